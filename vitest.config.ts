import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    testTimeout: 60_000,
    // Nix and pip work on one store and one cache: the end-to-end files run one after the other.
    fileParallelism: true,
    reporters: ["default"],
  },
});
