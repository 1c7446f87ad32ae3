// What the readers of the standards say about texts that are wrong: what was expected, and the span underlined.

import { describe, expect, test } from "vitest";
import { parseSpecifierSet } from "../../src/pep/pep440.ts";
import { parseMarker, parseRequirement } from "../../src/pep/pep508.ts";
import { StandardError } from "../../src/pep/scanner.ts";

/** Each text with its error under it. */
function errorsOf(read: (text: string) => unknown, texts: readonly string[]): string {
  return texts.map((text) => underlined(read, text)).join("\n\n");
}

function underlined(read: (text: string) => unknown, text: string): string {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const { start, end } = error.span;
    expect(error.source).toBe(text);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(text.length);
    return `${text}\n${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))} ${error.message}`;
  }
  throw new Error(`${text} is no error`);
}

describe("specifier sets", () => {
  test("say what was expected, and where", () => {
    const texts = [
      "1.0",
      "=1.0",
      ">=",
      ">=one",
      ">=1.0, <",
      ">=1.0 <2",
      ">=1.0;<2",
      "~=1",
      "~=1.0.*",
      ">=1.*",
      "==1.0a1.*",
      "<2+local",
      "^1.0",
      "==1.0 || ==2.0",
      "===1.0,2",
      ">=1.0.0.0x",
    ];
    expect(errorsOf(parseSpecifierSet, texts)).toMatchInlineSnapshot(`
      "1.0
      ^^^ expected a version specifier such as \`>=1.2\`

      =1.0
      ^ expected \`==\` instead of \`=\`

      >=
        ^ expected a version after \`>=\`

      >=one
        ^^^ expected a version by PEP 440 after \`>=\`

      >=1.0, <
              ^ expected a version after \`<\`

      >=1.0 <2
            ^^ expected a comma between version specifiers, or the end

      >=1.0;<2
           ^^^ expected a comma between version specifiers, or the end

      ~=1
      ^^^ \`~=\` needs a version with at least two numbers, such as \`~=1.4\`

      ~=1.0.*
      ^^^^^^^ a wildcard \`.*\` can only be used with \`==\` or \`!=\`

      >=1.*
      ^^^^^ a wildcard \`.*\` can only be used with \`==\` or \`!=\`

      ==1.0a1.*
      ^^^^^^^^^ a wildcard \`.*\` cannot follow a pre-release, post-release, development or local version

      <2+local
      ^^^^^^^^ a local version (\`+...\`) can only be used with \`==\` or \`!=\`

      ^1.0
      ^^^^ expected a version specifier such as \`>=1.2\`

      ==1.0 || ==2.0
            ^^ expected a comma between version specifiers, or the end

      ===1.0,2
             ^ expected a version specifier such as \`>=1.2\`

      >=1.0.0.0x
               ^ expected a comma between version specifiers, or the end"
    `);
  });
});

describe("requirements", () => {
  test("say what was expected, and where", () => {
    const texts = [
      "",
      "-flask",
      "flask-",
      "flask 2.0",
      "flask=2.0",
      "flask==",
      "flask>=1.0 <2",
      "flask[async",
      "flask[async,]",
      "flask[async dotenv]",
      "flask[a/b]",
      "flask(>=1.0",
      "flask>=1.0)",
      "flask @",
      "flask @ https://example.com/flask.zip os_name == 'nt'",
      "flask>=1.0 @ https://example.com/flask.zip",
      "flask===1.0, >=2",
      "flask===1.0,>=",
      "flask>=1.0 --hash=sha256:00",
      "flask>=1.0 # comment",
      "https://example.com/flask.zip",
      "./flask",
      "flask;",
    ];
    expect(errorsOf(parseRequirement, texts)).toMatchInlineSnapshot(`
      "
      ^ expected a package name

      -flask
      ^^^^^^ expected a package name

      flask-
           ^ expected a version specifier, \`;\` before a marker, or the end

      flask 2.0
            ^^^ expected a version specifier, \`;\` before a marker, or the end

      flask=2.0
           ^ expected \`==\` instead of \`=\`

      flask==
             ^ expected a version after \`==\`

      flask>=1.0 <2
                 ^^ expected a comma between version specifiers, \`;\` before a marker, or the end

      flask[async
           ^^^^^^ expected \`]\` after the extras

      flask[async,]
                  ^ expected the name of an extra after the comma

      flask[async dotenv]
                  ^^^^^^^ expected a comma between the names of extras

      flask[a/b]
           ^^ expected \`]\` after the extras

      flask(>=1.0
           ^^^^^^ expected \`)\` after the version specifiers

      flask>=1.0)
                ^ expected a comma between version specifiers, \`;\` before a marker, or the end

      flask @
             ^ expected a URL after \`@\`

      flask @ https://example.com/flask.zip os_name == 'nt'
                                            ^^^^^^^ expected \`;\` and a marker after the URL, or the end

      flask>=1.0 @ https://example.com/flask.zip
                 ^ expected a comma between version specifiers, \`;\` before a marker, or the end

      flask===1.0, >=2
                   ^^^ expected a comma between version specifiers, \`;\` before a marker, or the end

      flask===1.0,>=
                    ^ expected a version after \`>=\`

      flask>=1.0 --hash=sha256:00
                 ^^^^^^^^^^^^^^^^ expected a comma between version specifiers, \`;\` before a marker, or the end

      flask>=1.0 # comment
                 ^ expected a comma between version specifiers, \`;\` before a marker, or the end

      https://example.com/flask.zip
           ^^^^^^^^^^^^^^^^^^^^^^^^ expected a version specifier, \`;\` before a marker, or the end

      ./flask
      ^^^^^^^ expected a package name

      flask;
            ^ expected a marker variable such as \`sys_platform\`, or a quoted string"
    `);
  });
});

describe("markers", () => {
  test("say what was expected, and where", () => {
    const texts = [
      "",
      "python_version",
      "python_version >=",
      "python_version >= 3.9",
      "python_version = '3.9'",
      "python >= '3.9'",
      "os_name not 'nt'",
      "os_name notin 'nt'",
      "os_name == 'nt",
      "os_name == 'n\\xt'",
      "os_name == 'nt' and",
      "os_name == 'nt' && os_name == 'posix'",
      "not os_name == 'nt'",
      "(os_name == 'nt'",
      "os_name == 'nt')",
      "os_name == 'nt' os_name == 'posix'",
    ];
    expect(errorsOf(parseMarker, texts)).toMatchInlineSnapshot(`
      "
      ^ expected a marker variable such as \`sys_platform\`, or a quoted string

      python_version
                    ^ expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in

      python_version >=
                       ^ expected a marker variable such as \`sys_platform\`, or a quoted string

      python_version >= 3.9
                        ^^^ expected a marker variable such as \`sys_platform\`, or a quoted string

      python_version = '3.9'
                     ^ expected \`==\` instead of \`=\`

      python >= '3.9'
      ^^^^^^ expected a marker variable such as \`sys_platform\`, or a quoted string

      os_name not 'nt'
                  ^^^^ expected \`in\` after \`not\`

      os_name notin 'nt'
              ^^^^^ expected one of ==, !=, <=, >=, <, >, ~=, ===, in, not in

      os_name == 'nt
                 ^^^ expected the quote to be closed

      os_name == 'n\\xt'
                 ^^^^^^ expected a string that Python can read: an escape or a character in it is wrong

      os_name == 'nt' and
                         ^ expected a marker variable such as \`sys_platform\`, or a quoted string

      os_name == 'nt' && os_name == 'posix'
                      ^^ expected \`and\`, \`or\` or the end of the marker

      not os_name == 'nt'
      ^^^ expected a marker variable such as \`sys_platform\`, or a quoted string

      (os_name == 'nt'
      ^^^^^^^^^^^^^^^^ expected \`)\` after the marker

      os_name == 'nt')
                     ^ expected \`and\`, \`or\` or the end of the marker

      os_name == 'nt' os_name == 'posix'
                      ^^^^^^^ expected \`and\`, \`or\` or the end of the marker"
    `);
  });

  test("refuse endless nesting instead of running out of the stack", () => {
    const marker = `${"(".repeat(100_000)}os_name == 'nt'${")".repeat(100_000)}`;
    expect(() => parseMarker(marker)).toThrow("a marker nests deeper than 200 parentheses");
  });
});
