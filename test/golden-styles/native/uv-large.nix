# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  inherit (pkgs.stdenv.hostPlatform) system;

  # A wheel is for a system; `any` is for all others.
  forSystem = files: files.${system} or files.any or (throw "the lock has no file for ${system}");

  # Compiled wheels expect these where other distributions have them.
  wheelLibraries = [
    stdenv.cc.cc.lib
    pkgs.zlib
  ];

  # What nixpkgs lacks, or has in a version that does not fit, is part of its package set.
  python = pkgs.python313.override {
    packageOverrides = final: prev: {
      # agent-detector: nixpkgs has no such package
      agent-detector = final.buildPythonPackage {
        pname = "agent-detector";
        version = "2.0.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/72/15/504337e302d070bd2ff2f39418bb17d2ad73c662c403a4f37cb4e5c5b237/agent_detector-2.0.0-py3-none-any.whl";
          hash = "sha256-IsahycI4lKEvVa6mJfBguNMzD7p3TectAtVEK7WAQX8=";
        };
      };

      # aiohappyeyeballs: nixpkgs has 2.6.1 and ==2.7.1 is required by aiohttp, which comes from the lock
      aiohappyeyeballs = final.buildPythonPackage {
        pname = "aiohappyeyeballs";
        version = "2.7.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/71/43/1947f06babed6b3f1d7f38b0c767f52df66bfb2bc10b468c4a7de9eceff2/aiohappyeyeballs-2.7.1-py3-none-any.whl";
          hash = "sha256-kkMhNmHiklDrQTaOXaqCb8AXFWw7ihFECCay4+03ZHI=";
        };
      };

      # aiohttp: nixpkgs has 3.12.15 and ==3.14.5 is required by scrapy, which comes from the lock
      aiohttp = final.buildPythonPackage {
        pname = "aiohttp";
        version = "3.14.5";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/32/51/395d225ef36f5a50d8e548dcd3141bfdbcd31fb6eed859022c573d2c4d66/aiohttp-3.14.5-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-H/o6Ujo22GKPmMBkkq4Woxoj0UwLTschdXtHcxn2VtY=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/9a/68/8c2c67a3aedf46e00f3c42f04fbc6983de80d4ed5786151e33681ba45883/aiohttp-3.14.5-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-dO+2kzK4VnWx6r12Coz8Liz0LGBgfGb4gBTBvftAlC0=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/ab/4b/74aab5e8d28c62e8f795b4fe8f38cf5586fd264a9a27bd2141ef6490333d/aiohttp-3.14.5-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-QrXmFpRtuvUF4r/xjJryzU755+8wDuWKbpUaW3zxR64=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/ff/a4/2aec1aa06d82e8a244843b5dae31d78061e5e76744270a86dd0ee051c889/aiohttp-3.14.5-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-X7am6Rm/twMie8HOZXkoG4SxorpX3rl5Tf2+x9zR5Aw=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/a8/f7/eafc3b1988302b1815d9fd4a21071be5c360d616c0a430d02fd92dc97688/aiohttp-3.14.5-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-+QM7Q/UR8nVHxVfcq6AXdknhCjclM2zNLM4P3B3EhQ0=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/a1/04/78d8f294f74dd570f3898ff20402349fce524176045df98ba727d6846a68/aiohttp-3.14.5-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-FaMQ08cTmOPXv8k6GnP75mQxXNnpAWuO/Bz/he6rcVU=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/33/17/4a63738052d20567d55529d6daa1b9480d906fd52930fbcf6d3fbed618f0/aiohttp-3.14.5-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-2rmsWmfI0fBwwA+o/Mt8vRuNzBqNa0LzdUDfmz1MxgM=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/15/e5/b57e58695a757fd4c02497c033fced96a69c631b13866c43d336530c9670/aiohttp-3.14.5-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-4cwr+u6MIU8GCAp8fVdyQZuKEQjo5TSSNhiYEYI/sCo=";
          };

          any = {
            url = "https://files.example.org/packages/68/30/173960c42b05a6c59f7558e4b12a4b0d9ba376cf6aa9bde7f9e08a30ca8d/aiohttp-3.14.5-py3-none-any.whl";
            hash = "sha256-78IaRUiSgoNosRwseA3g/4vJkfc/a5nGtm5WIFRwkps=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;

        dependencies = [
          final.aiohappyeyeballs
          final.aiosignal
          final.attrs
          final.frozenlist
          final.multidict
          final.propcache
          final.yarl
        ];
      };

      # aiosignal: nixpkgs' 1.4.0 would fit, but frozenlist, which it is built against, comes from the lock: nixpkgs has 1.7.0 and ==1.8.0 is required by aiohttp, which comes from the lock
      aiosignal = final.buildPythonPackage {
        pname = "aiosignal";
        version = "1.4.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/fb/76/641ae371508676492379f16e2fa48f4e2c11741bd63c48be4b12a6b09cba/aiosignal-1.4.0-py3-none-any.whl";
          hash = "sha256-BTJD+LkrmQVRlJ5jkwqDn/DPCw674Fl7Dz+xnhoP6C4=";
        };

        dependencies = [ final.frozenlist ];
      };

      # alembic: nixpkgs' 1.16.4 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      alembic = final.buildPythonPackage {
        pname = "alembic";
        version = "1.20.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/11/3c/8740f5b4e1bd57333e4f84265b9b6363da4f7cf70f5622dd1e2fde7a0bd5/alembic-1.20.1-py3-none-any.whl";
          hash = "sha256-mXBxLPuB6ibIZY03iqpbj2/5FG5bsRHXBJfBZAFs9Zg=";
        };

        dependencies = [
          final.mako
          final.sqlalchemy
          final.typing-extensions
        ];
      };

      # altair: nixpkgs' 5.5.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      altair = final.buildPythonPackage {
        pname = "altair";
        version = "6.3.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ca/b9/10a8bb13a0462e0bc4e02c0b7b8237dc24ab590f5bb4be94bec5e8f1d532/altair-6.3.0-py3-none-any.whl";
          hash = "sha256-fe+2ynMGdt/JmimXaOJ2n1FYX8s9yWDqcarMNokp1l4=";
        };

        dependencies = [
          final.jinja2
          final.jsonschema
          final.narwhals
          final.packaging
          final.typing-extensions
        ];
      };

      # amqp: nixpkgs has 5.3.1 and ==5.4.2 is required by kombu, which comes from the lock
      amqp = final.buildPythonPackage {
        pname = "amqp";
        version = "5.4.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e1/1d/2da3a059d2736e2ad8104762f93ad2145b6b0586aaa6be5290bab5d96c68/amqp-5.4.2-py3-none-any.whl";
          hash = "sha256-5udWsVyJyGgYtIpJR6QkcGI4r79n1FdCjTJpvEWQ254=";
        };

        dependencies = [ final.vine ];
      };

      # annotated-doc: nixpkgs has no such package
      annotated-doc = final.buildPythonPackage {
        pname = "annotated-doc";
        version = "0.0.7";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/5e/b1/9530d6bee606979d54501adcc767d958a38929827f11a524b0d93429d2ad/annotated_doc-0.0.7-py3-none-any.whl";
          hash = "sha256-a8Mbu+xt+q7cFnbbwR29qW/iKitcQA6eutET/sRKncY=";
        };
      };

      # annotated-types: nixpkgs has 0.7.0 and ==0.8.0 is required by pydantic, which comes from the lock
      annotated-types = final.buildPythonPackage {
        pname = "annotated-types";
        version = "0.8.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/99/91/8acff4f5e50511b911bbccb72b8628a49c68ce14148cd9f6431094859a90/annotated_types-0.8.0-py3-none-any.whl";
          hash = "sha256-8HL02ATqNZ5OrxmLGveosJQ4gah/Mbt2T4vyGbuUGeA=";
        };
      };

      # anyio: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from the lock
      anyio = final.buildPythonPackage {
        pname = "anyio";
        version = "4.16.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a9/16/7757fb84c819accc7d7e9af5291b261e4abb8627ee040f99e7d35ef2457a/anyio-4.16.0-py3-none-any.whl";
          hash = "sha256-xmrmNOC4IoOWuAF0G+sylDJtS2EC97ukBBwN+1jCkCY=";
        };

        dependencies = [
          final.idna
          final.typing-extensions
        ];
      };

      # asgiref: nixpkgs has 3.9.1 and ==3.13.0 is required by django, which comes from the lock
      asgiref =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "asgiref";
            version = "3.13.0";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/2e/b0/ec211e1f7966247cb6469158d856bac9aa4c2fe13621bd6a352e4f850453/asgiref-3.13.0-py3-none-any.whl";
              hash = "sha256-+VlqJDRRJoZHPVD5b/Ygf7ukmuGnhd+sYU30rrCFZ00=";
            };
          }
        else
          prev.asgiref;

      # ast-serialize: nixpkgs has no such package
      ast-serialize = final.buildPythonPackage {
        pname = "ast-serialize";
        version = "0.13.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/c5/fa/da311559dd3dae9af5825cf21660775a929b970f72e3786af3f2cd667944/ast_serialize-0.13.1-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
            hash = "sha256-n5l4bg1iCCpbEhs0N/MWdWITNxHfIhKN4emIb1fwsiY=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/d8/8b/2d7ffed76addd9d3fcf37fb171400942735c8912264c763561a85407f6a8/ast_serialize-0.13.1-cp39-abi3-manylinux_2_17_aarch64.manylinux2014_aarch64.whl";
            hash = "sha256-d6YgG2nOQukZ8v2aVZE41UELXYr/98OmsfUAsEgf99g=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/2e/c4/62f85121a80cd451ef04f550cf0f7ea0ad9ff46cc4e9a5b9ae439b6527b1/ast_serialize-0.13.1-cp39-abi3-manylinux_2_5_i686.manylinux1_i686.whl";
            hash = "sha256-KUIte82efzlBFXHDbOxFzop6mzrUsueqZEl8Fanjl/Y=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/6b/2a/bb9e0e719d89cc950fadfcfcc9cb4bc7640419c4228c852f031ab8abf440/ast_serialize-0.13.1-cp39-abi3-manylinux_2_17_armv7l.manylinux2014_armv7l.whl";
            hash = "sha256-brC+ZMm48e0mY37vNFq+deqQNRySyFqK7Hg4s6+XEBE=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/2b/11/97a4b9e5b4776d72f47fcd9a09a497bbf68ec8c1ae074307a2c51e410d85/ast_serialize-0.13.1-cp39-abi3-manylinux_2_31_riscv64.whl";
            hash = "sha256-oBtRWyWgMYTv9KzvJbmBrgB5FjeWgukI/IeFs0Kgvz4=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/7a/32/13ce07dce48226f5bd9cfd8f708ec101a8be05aa430cda4918ce31ce8c82/ast_serialize-0.13.1-cp39-abi3-manylinux_2_17_ppc64le.manylinux2014_ppc64le.whl";
            hash = "sha256-fyQnvd/KII6E3nAARPrfmu8naacLrnQKG9q7ie6eERc=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/e2/fb/9b51d186db0c20ca28cbaaefd50f03b573c89327b9a2627820cbce22196b/ast_serialize-0.13.1-cp39-abi3-manylinux_2_17_s390x.manylinux2014_s390x.whl";
            hash = "sha256-iN+WDmcYSnGHTlsu4BT4fRJUoNvB+QPHvXsat3M+yu8=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/81/92/d705be88ff452b9ba0088b554a0cbd308fd01879da092b33fd2ad7d1aa60/ast_serialize-0.13.1-cp39-abi3-macosx_10_12_x86_64.whl";
            hash = "sha256-S88dX07v7KoyWjTs8HmydBGJ59CCFSP5LLNDo4mmdIk=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/60/c2/98370845a7f35cb8a25782e78284b48e01bf3128339881d48d613f304f8f/ast_serialize-0.13.1-cp39-abi3-macosx_11_0_arm64.whl";
            hash = "sha256-GxWPHJ46DThpE5JMV5ldbfeCJIaKTQ8hW91BWHyXs0o=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # attrs: nixpkgs has 25.3.0 and ==26.1.0 is required by twisted, which comes from the lock
      attrs = final.buildPythonPackage {
        pname = "attrs";
        version = "26.1.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/64/b4/17d4b0b2a2dc85a6df63d1157e028ed19f90d4cd97c36717afef2bc2f395/attrs-26.1.0-py3-none-any.whl";
          hash = "sha256-xkeqShLfutkzPKTnH+Yt3Db05jstJgo3qLg9LwQ6wwk=";
        };
      };

      # azure-core: nixpkgs' 1.35.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      azure-core = final.buildPythonPackage {
        pname = "azure-core";
        version = "1.41.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/5b/db/325c6d7312d2200251c52323878281045aaffcb5586612296484e4280eaa/azure_core-1.41.0-py3-none-any.whl";
          hash = "sha256-UitAEegYCxo9zSAkOWpOf+msN/uFl9tHFj0jC17+iS0=";
        };

        dependencies = [
          final.requests
          final.typing-extensions
        ];
      };

      # azure-identity: nixpkgs' 1.23.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      azure-identity = final.buildPythonPackage {
        pname = "azure-identity";
        version = "1.27.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/29/1e/6a2fe486576f41884a120ef7b2c3774f334f9143402fb73650c67db94ddd/azure_identity-1.27.0-py3-none-any.whl";
          hash = "sha256-kv0qk8DS93faxsBOX9fVc09mQ1grmDVE72a0V1hE5G0=";
        };

        dependencies = [
          final.azure-core
          final.cryptography
          final.msal
          final.msal-extensions
          final.typing-extensions
        ];
      };

      # azure-storage-blob: nixpkgs' 12.26.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      azure-storage-blob = final.buildPythonPackage {
        pname = "azure-storage-blob";
        version = "12.31.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/1a/93/b9f0dc477827887aef64012946bdba65e9aad67084ad38044661a72fe47d/azure_storage_blob-12.31.1-py3-none-any.whl";
          hash = "sha256-ngEtX0q2WLfLikWBMp16eqK/Xzm01juu76rn+ekP5vA=";
        };

        dependencies = [
          final.azure-core
          final.cryptography
          final.isodate
          final.typing-extensions
        ];
      };

      # backports-zstd: nixpkgs has no such package
      backports-zstd = final.buildPythonPackage {
        pname = "backports-zstd";
        version = "1.8.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/5d/6d/3c422b33d40aaca6e9d9fdd47f1a047ac499de749c887ab3dab62f731fb2/backports_zstd-1.8.0-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-RKkAT56AnqVpENMm0hlGZQNp21nrhu3Ax2hA8hUwcEw=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/b4/36/07dca77032300047efd09808d49ab9d1fff8657553adbc8e0e6405aba864/backports_zstd-1.8.0-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-GoCLoTcSMcAKK3HwOECnJwiOKH0O4d+zIwlYlQ8h9CE=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/93/0b/c373a7f92df9df1f9e0657ea0dd86c45444b8414db616b3d38b62f90075c/backports_zstd-1.8.0-cp313-cp313-manylinux2010_i686.manylinux_2_12_i686.manylinux_2_28_i686.whl";
            hash = "sha256-mvg6bX3GeJb9kbzUws0YK6l9fMorCalDc6X+8VQAHZg=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/ba/b9/ea08e2c2b8a7bfabff359852e4d7a9cbc2cde09715907250c0e53432fbe9/backports_zstd-1.8.0-cp313-cp313-manylinux_2_34_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-X/MH8/DvO39AzPzkLAcE/dyZzTC8pFEzD0JGbbGYG+k=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/ee/a9/bb96724619a1dcc3a9e3138d15a6f7a2fc40b581926db4ac00e424af79c1/backports_zstd-1.8.0-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-bMFQUcKCrCWFokJdIvQWri3rWvtEGyKDGzSbAv1Yp4I=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/cd/6d/65e6e437eb54b5be2ce7248ac236d82a771a672457c950e7f96849699274/backports_zstd-1.8.0-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-eiPTjXucqTQDrNPCwwavblR6JNFQwlrC16is11H72Wg=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/b5/13/e4eceee62d144f68944addb0179368d626f96d3644d965620774f1f5e463/backports_zstd-1.8.0-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-ScQAbN9BwV/8x08Q2aZIW+hBEGzU1ap+p78Qdcw3+4M=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/1f/5f/996aceebbbc4eebc05d99fe1714b1b0930260eac5171e8ebc3a952390c0d/backports_zstd-1.8.0-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-T6hi0kt/s5InmpW8mswfDt6KJd6e++0D+zBc6sL2q7A=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # billiard: nixpkgs has 4.2.2 and ==4.3.2 is required by celery, which comes from the lock
      billiard = final.buildPythonPackage {
        pname = "billiard";
        version = "4.3.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/21/05/3d445479b3f7e4ae0901cdf2c45f561b436d1a5b8ed1c5c97e260152ae50/billiard-4.3.2-py3-none-any.whl";
          hash = "sha256-N3Nae0EXqvpzUys7ST20wC+4XA5p1fNEfxE/0w/yeHI=";
        };
      };

      # bokeh: nixpkgs has 3.7.3 and ==3.10.2 is required
      bokeh =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "bokeh";
            version = "3.10.2";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/82/5f/ff36efde54b136494f1badebb1e6290f7b0e40387b249f27faf4362b17b8/bokeh-3.10.2-py3-none-any.whl";
              hash = "sha256-UR8MPsvTlgErZbZ3gmySzPpOlRolSE2gaP7UaxGDsVQ=";
            };

            dependencies = [
              final.jinja2
              final.narwhals
              final.numpy
              final.packaging
              final.pillow
              final.pyyaml
              final.tornado
              final.xyzservices
            ];
          }
        else
          prev.bokeh;

      # boto3: nixpkgs has 1.40.18 and ==1.44.5 is required by moto, which comes from the lock
      boto3 = final.buildPythonPackage {
        pname = "boto3";
        version = "1.44.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/47/b1/89e65362f9409fa3233fa227d1798e3e39012f7461a75b8ca9472c3d3b0b/boto3-1.44.5-py3-none-any.whl";
          hash = "sha256-cMPgQJeUsp7BkAvK/waVtzI0otMv+u01BFuUyqJiEqU=";
        };

        dependencies = [
          final.botocore
          final.jmespath
          final.s3transfer
        ];
      };

      # botocore: nixpkgs has 1.40.18 and ==1.44.5 is required by moto, which comes from the lock
      botocore = final.buildPythonPackage {
        pname = "botocore";
        version = "1.44.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/73/0b/9f5dad3e0acf5307f34e38fa9a3c3e93f3e4da51667a5939846015269587/botocore-1.44.5-py3-none-any.whl";
          hash = "sha256-jxalbR3/El3WUyKuAh76e6UZWm21ECuWhiVmBVt0iSE=";
        };

        dependencies = [
          final.jmespath
          final.python-dateutil
          final.urllib3
        ];
      };

      # brotli: nixpkgs has 1.1.0 and ==1.2.1 is required by scrapy, which comes from the lock
      brotli = final.buildPythonPackage {
        pname = "brotli";
        version = "1.2.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/65/85/4c57c3cd2eee42878677b4943086e6b36cefc50214a5447028268045ce63/brotli-1.2.1-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
            hash = "sha256-Jk/VsgD29hcMtVGkufyqv4qoRt2u/nLbTV9J+dN0Pfk=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/8b/ad/0942abad71d8b2aabd21472efa5be31ab0be31f98271d58767b9797eec82/brotli-1.2.1-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-tbRYlQMSgwkT+Dfhec6SIQAKt6ILTkLXtIwfzXkUDeE=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/40/41/95d5e6774cb037851001038484bcf98b3af203664fe78d29dd03ece317e7/brotli-1.2.1-cp313-cp313-manylinux1_i686.manylinux2014_i686.manylinux_2_17_i686.manylinux_2_5_i686.whl";
            hash = "sha256-fsZ4xSw+9eN0gqCU0QnATPnkoOKSPdHg+920vxM6l24=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/a3/53/2f7e666e61a1419d527904b6018a711f10650a851e7767358abf2919625e/brotli-1.2.1-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.whl";
            hash = "sha256-83zNFZ2uNdSRRlHVcULIB3qmerfj/+9pCwC8t6fb2OY=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/ca/bd/848b55fbd96fa1ce9f534aa39c930f864dbf224282f4a3808c0d35ea2819/brotli-1.2.1-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-xTAnR/lp1eySWBAXb3aXcSo/ouoPrgx6hapK2TJSR/0=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/f0/85/d74a573b92ba449960eb088ce87dcb61a9dc6a0c5a7ba8d104ae180e64c3/brotli-1.2.1-cp313-cp313-macosx_10_13_universal2.whl";
            hash = "sha256-qE4K4U0e/ngqnxQwIcTgHV7ZhqFA/lBwUFzFl46vBZI=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # celery: nixpkgs' 5.5.3 would fit, but click-repl, which it is built against, and typing-extensions, which click-repl is built against, come from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      celery = final.buildPythonPackage {
        pname = "celery";
        version = "5.7.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e9/cf/cd7fcb9d8f5a21fa420ddf19ee96969e36820182275a731abdf4260ed86a/celery-5.7.0-py3-none-any.whl";
          hash = "sha256-GDEKnJGfkCnkc1NnSE2T5qJc39MK/cR0YizCY9mzX24=";
        };

        dependencies = [
          final.billiard
          final.click
          final.click-didyoumean
          final.click-plugins
          final.click-repl
          final.kombu
          final.python-dateutil
          final.tzlocal
          final.vine
        ];
      };

      # certifi: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from the lock
      certifi = final.buildPythonPackage {
        pname = "certifi";
        version = "2026.10.18";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/08/ba/95dd616042484f7c83a06974388b37b837732740ee70bc5dc715b5fcd55a/certifi-2026.10.18-py3-none-any.whl";
          hash = "sha256-cxkcR6qnnaOU6P7i28LsgnQyyrVjERIsnker9545D2I=";
        };
      };

      # cffi: nixpkgs has 1.17.1 and ==2.1.1 is required by cryptography, which comes from the lock
      cffi = final.buildPythonPackage {
        pname = "cffi";
        version = "2.1.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/95/95/86342356ff5953b3fb06f7ef7c5bee212d45e770abc7218d451b9148313c/cffi-2.1.1-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
            hash = "sha256-qTEHlQTsxJ7+13RMR2pcNDqS+r9m3sLble2xsv3HcOI=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/37/6f/3b5ce4c3b2192d250f04908f2bfd91ef34552ec8f7716a5d4abdb8d67bb2/cffi-2.1.1-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-8WxwloanjHJ7u/BZ+SsL9Bxvxg3uxwbS3Bn1KRdaYSU=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/43/1f/1c3d90d91811c8f86ced9ed637956c54bfe5b79ca98fe976d7f8c8979f6b/cffi-2.1.1-cp313-cp313-manylinux1_i686.manylinux2014_i686.manylinux_2_17_i686.manylinux_2_5_i686.whl";
            hash = "sha256-ao3d70dvq5bQZtV4/IhSZ2e4NqtashdU4dW/OHnDHHw=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/02/10/4b3c75dde3d9663c9e02ba05c2668b954f671d4bbe346413ca8c696b295a/cffi-2.1.1-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.whl";
            hash = "sha256-/NImUMkI17faFiu/qrWUoSJ6FdFkOpjGixIqxkL6ImQ=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/df/62/14f74b9543e605d17701dc797b815958b8bb70b7624ce1b832ddad48ed6c/cffi-2.1.1-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.whl";
            hash = "sha256-qpURxi0U2nqsybS/UfP2l6Yh6DstaRkAgkPDqtFo7qM=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/a7/46/2e5fdde8555706dd98139a910ca11be02809f3f605ce956f655d0214e100/cffi-2.1.1-cp313-cp313-macosx_10_15_x86_64.whl";
            hash = "sha256-nSBVBQ6nFr04t/fxV5wnU4Zka0iUwVWj4vPNYu1Bt8Y=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/55/41/4c7042f317b9217502988f0873af87e16ad606dc20f84e546e3e6ce9764c/cffi-2.1.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-Ge5hJ+403n2Dzj03Hrxe2Rrdvcw5+asVzk6zWk5TSXE=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.pycparser ];
      };

      # charset-normalizer: nixpkgs has 3.4.3 and ==3.5.2 is required by requests, which comes from the lock
      charset-normalizer = final.buildPythonPackage {
        pname = "charset-normalizer";
        version = "3.5.2";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/4b/85/41d27f234b82e47c167a5f6c0f62501dc0c640585ff4aba79e08a390336a/charset_normalizer-3.5.2-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-chjo8ysJVs/NBI/ULZ1XeYCXRcodhhE8pW9m564VScQ=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/e1/16/710ac3de2ee354e2bd1a9c94efe45a2d27b5c6ad39b2d6a905be2c094b6c/charset_normalizer-3.5.2-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-hJ32ToibLhcjDVhBCgPboxGmWxY1CP0zZ5src31LeFg=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/d6/39/45c7439f5b63d24f7d5b2a1d760f34af7628782d7144b4cc8ded45c2d4bc/charset_normalizer-3.5.2-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-FcRPft/Ud7BvUXpcwxf8Fwftud4shl9D1LZROQdHMjQ=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/58/ca/5d1a997587febe5b26d8daffe363b5c1a091cece19828eec6502fd09c5ef/charset_normalizer-3.5.2-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-oZpzETj8J9VoInfTud8ihVzqEjm85/zsX3j0LvLR88M=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/4d/34/38f3154785ce92e9f56eb226f4d35bdfae6b008480dd055f58837a89c810/charset_normalizer-3.5.2-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-qJAS1tVHbuES0g2ZhXDtWN8iYKhSr7F1iAnNaQBBHSE=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/04/f3/859f74e7babc977705026b30593b3be04049632a522fb7000f83c033d747/charset_normalizer-3.5.2-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-DJUdXm3Zwv9gYJR2dSvuSdpCBq3elg68JHdmk39y5xg=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/91/da/3c5a7798c046df7d2d68ad653cf5b6c5a8bfee225055a843c6f2f42aac1a/charset_normalizer-3.5.2-cp313-cp313-macosx_10_13_universal2.whl";
            hash = "sha256-YEU3PVqJpexxr95TXbmHyijnbfonbC1MgYJls3XUsFU=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/91/da/3c5a7798c046df7d2d68ad653cf5b6c5a8bfee225055a843c6f2f42aac1a/charset_normalizer-3.5.2-cp313-cp313-macosx_10_13_universal2.whl";
            hash = "sha256-YEU3PVqJpexxr95TXbmHyijnbfonbC1MgYJls3XUsFU=";
          };

          any = {
            url = "https://files.example.org/packages/fc/ad/d07d7862a62ffa6d79d68074d14823243dd235a77c45262acbf6adeb28bf/charset_normalizer-3.5.2-py3-none-any.whl";
            hash = "sha256-trdRJ0rLadd7MyPWt9uqPH/fweuCm362HSYvMuGvloU=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # click: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from the lock
      click = final.buildPythonPackage {
        pname = "click";
        version = "8.5.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/31/7d/164b7ffc8624fe9efb4221bf9af485d5c1e41b9ae118045d2b6dc5457d8b/click-8.5.1-py3-none-any.whl";
          hash = "sha256-i7U3bSAGlQOG+MZCdhMzSirK3F9VnLgOY40AtN+Vfjc=";
        };
      };

      # click-didyoumean: nixpkgs' 0.3.1 would fit, but click, which it is built against, comes from the lock: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from the lock
      click-didyoumean = final.buildPythonPackage {
        pname = "click-didyoumean";
        version = "0.3.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/1b/5b/974430b5ffdb7a4f1941d13d83c64a0395114503cc357c6b9ae4ce5047ed/click_didyoumean-0.3.1-py3-none-any.whl";
          hash = "sha256-XEu2AHz+pfL9ZYOi+2cBoipB65iVfmPQ+sQcEOfDEXw=";
        };

        dependencies = [ final.click ];
      };

      # click-plugins: nixpkgs' 1.1.1.2 would fit, but click, which it is built against, comes from the lock: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from the lock
      click-plugins = final.buildPythonPackage {
        pname = "click-plugins";
        version = "1.1.1.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/3d/9a/2abecb28ae875e39c8cad711eb1186d8d14eab564705325e77e4e6ab9ae5/click_plugins-1.1.1.2-py2.py3-none-any.whl";
          hash = "sha256-AI1ldDgz/8H1QXvw546NLCOqsE2XRbqBe9PnGw/raqY=";
        };

        dependencies = [ final.click ];
      };

      # click-repl: nixpkgs' 0.3.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      click-repl = final.buildPythonPackage {
        pname = "click-repl";
        version = "0.4.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a4/f6/12dc0f2e0159c2b416818b7fedcda15b520043773364a81d7389809a5af5/click_repl-0.4.1-py3-none-any.whl";
          hash = "sha256-XLEIgdTF66qGlezraZEa8wYu54NCgStxNWSxeq0zPrU=";
        };

        dependencies = [
          final.click
          final.prompt-toolkit
          final.typing-extensions
        ];
      };

      # cloudpickle: nixpkgs has 3.1.1 and ==3.1.2 is required by dask, which comes from the lock
      cloudpickle = final.buildPythonPackage {
        pname = "cloudpickle";
        version = "3.1.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/88/39/799be3f2f0f38cc727ee3b4f1445fe6d5e4133064ec2e4115069418a5bb6/cloudpickle-3.1.2-py3-none-any.whl";
          hash = "sha256-mstH9q/XP2DcHfk7uAG0cvBf9C+myEFn0lyyBr4fv0o=";
        };
      };

      # cryptography: nixpkgs has 45.0.4 and ==50.0.2 is required by great-expectations, which comes from the lock
      cryptography =
        if
          (
            stdenv.hostPlatform.isLinux
            && (
              stdenv.hostPlatform.isx86_64
              || stdenv.hostPlatform.isAarch64
              || stdenv.hostPlatform.isArmv7
              || stdenv.hostPlatform.isPower64
            )
          )
          || (stdenv.hostPlatform.isDarwin && stdenv.hostPlatform.isAarch64)
        then
          final.buildPythonPackage {
            pname = "cryptography";
            version = "50.0.2";
            format = "wheel";

            src = pkgs.fetchurl (forSystem {
              x86_64-linux = {
                url = "https://files.example.org/packages/d3/69/2c833a049475e0a3444e94c7d0aca0aa51d166374a449b09e92ac98138de/cryptography-50.0.2-cp311-abi3-manylinux_2_34_x86_64.whl";
                hash = "sha256-natV9Xx0w8rSTDI7rLvQS+RwW6brDZLpILH8SDftUHk=";
              };

              aarch64-linux = {
                url = "https://files.example.org/packages/71/37/6202e488cc1eb625ea110c292c6bda92823176e023f427d8d5660ce8d632/cryptography-50.0.2-cp311-abi3-manylinux_2_34_aarch64.whl";
                hash = "sha256-h+nOhb62syi6NwzG5q6kg8kmF7TJWx0zpJKX62Yr+wQ=";
              };

              armv7l-linux = {
                url = "https://files.example.org/packages/7c/52/9af10e80ac16b0fcc2123f9cbd5e7afbd0fd5075bb7a607c592258a39cda/cryptography-50.0.2-cp311-abi3-manylinux_2_31_armv7l.whl";
                hash = "sha256-rJ7ZnYF2DGL+idXwgVzfobqaNRQc8w8cLQRPBLSAPS4=";
              };

              powerpc64le-linux = {
                url = "https://files.example.org/packages/8f/30/e86d7d518489b0ae2497091a35287abcb1a2ce4037837a34afbe9b1d6964/cryptography-50.0.2-cp311-abi3-manylinux_2_34_ppc64le.whl";
                hash = "sha256-8mVSh0HgSLzlXDRj7XIfsKpFpYiNit2M/syzA1RRu9w=";
              };

              aarch64-darwin = {
                url = "https://files.example.org/packages/e5/56/d194340cc4a57535e82e1bee9e89667ac4b7c13b5d3f59686deae3094dd5/cryptography-50.0.2-cp311-abi3-macosx_11_0_arm64.whl";
                hash = "sha256-+o9e+zRNaQihzmL0ok4uV4D4Jdb1P19Q7F/6yscpNss=";
              };
            });

            nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
            buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
            dontStrip = true;
            dependencies = [ final.cffi ];
          }
        else
          final.buildPythonPackage {
            pname = "cryptography";
            version = "50.0.2";
            pyproject = true;

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/9d/af/182eb91b0df3fe75c4d9f26fe70684569566745f6ba7e5c9c73a862c5252/cryptography-50.0.2.tar.gz";
              hash = "sha256-e0YWW7VutHBOLqr4bzyUDRkVRTXZsMp9bVkLBAYOANU=";
            };

            # As nixpkgs builds its own version.
            build-system = prev.cryptography.build-system;

            nativeBuildInputs = [
              pkgs.cargo
              pkgs.pkg-config
              pkgs.rustc
            ];

            buildInputs = [
              pkgs.libxcrypt
              pkgs.openssl
            ];

            dependencies = [ final.cffi ];
          };

      # cssselect: nixpkgs has 1.3.0 and ==1.6.0 is required by scrapy, which comes from the lock
      cssselect = final.buildPythonPackage {
        pname = "cssselect";
        version = "1.6.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/08/ae/f24b3aac56ba91a29c9d3a31c07a9ad4e9eb500e5d212742bb6d348edaef/cssselect-1.6.0-py3-none-any.whl";
          hash = "sha256-bfbqubJkwPIJKm44azNhDhaEol4nkl7OviXj2Xy/NSU=";
        };
      };

      # dask: nixpkgs' 2025.7.0 would fit, but bokeh, which it needs for its extra complete, comes from the lock: nixpkgs has 3.7.3 and ==3.10.2 is required
      dask = final.buildPythonPackage {
        pname = "dask";
        version = "2026.8.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/f8/3a/4fc99e788bcfa1b3b3f21abf57da45898d807d007e7f6fd1c7300904eb70/dask-2026.8.0-py3-none-any.whl";
          hash = "sha256-zMDIOhibA5hgJDUYl3HSja17V3O2CJu43OFK5zLdeCw=";
        };

        dependencies = [
          final.click
          final.cloudpickle
          final.distributed
          final.fsspec
          final.jinja2
          final.lz4
          final.packaging
          final.pandas
          final.partd
          final.pyarrow
          final.pyyaml
          final.toolz
        ]
        ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [
          final.bokeh
          final.numpy
        ];
      };

      # defusedxml: nixpkgs has 0.8.0rc2, a pre-release, and ==0.7.1 is required by scrapy, which comes from the lock
      defusedxml = final.buildPythonPackage {
        pname = "defusedxml";
        version = "0.7.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/07/6c/aa3f2f849e01cb6a001cd8554a88d4c77c5c1a31c95bdf1cf9301e6d9ef4/defusedxml-0.7.1-py2.py3-none-any.whl";
          hash = "sha256-o1Ln5Ch3AobMiZ4lQrbNrtsrSVP/JpohAQPsWPYZimE=";
        };
      };

      # detect-installer: nixpkgs has no such package
      detect-installer = final.buildPythonPackage {
        pname = "detect-installer";
        version = "0.2.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/61/fe/a245e1d579e7abf47208f7c1ce5684caa2cd956ede5ff646d66d0299d9e8/detect_installer-0.2.1-py3-none-any.whl";
          hash = "sha256-h+LOfQXLEIsXj45Fu4DT2IwMtLOXmDNFwYrWVi4C5iA=";
        };
      };

      # distlib: nixpkgs has 0.4.0 and ==0.4.4 is required by virtualenv, which comes from the lock
      distlib = final.buildPythonPackage {
        pname = "distlib";
        version = "0.4.4";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c1/2b/238f02a4927fa2e27aa995371d240a468b52e42eae44a678434aff736b38/distlib-0.4.4-py2.py3-none-any.whl";
          hash = "sha256-zwnVWx6FqJV2sDautxVQv9aDIPPyF2HKMp6tra2Rhjg=";
        };
      };

      # distributed: nixpkgs' 2025.7.0 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      distributed = final.buildPythonPackage {
        pname = "distributed";
        version = "2026.8.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/28/d4/017e2d39d797eaa38a52b4459c8bea875d5e0ada335a62aafe98193041a6/distributed-2026.8.0-py3-none-any.whl";
          hash = "sha256-O9iIKGGiz0l0U/KMa2ETX6jvK7HWiFrTufJ+iH6cDgE=";
        };

        dependencies = [
          final.click
          final.cloudpickle
          final.jinja2
          final.locket
          final.msgpack
          final.packaging
          final.psutil
          final.pyyaml
          final.sortedcontainers
          final.tblib
          final.toolz
          final.tornado
          final.zict
        ];
      };

      # django: nixpkgs has 4.2.24 and >=5 is required
      django =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "django";
            version = "6.1.3";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/77/f2/adbe0352c6673f7b608724be5f69962c80ba1d06f8ed60fa4bfbec258b08/django-6.1.3-py3-none-any.whl";
              hash = "sha256-oFMOP9rFXTTMxYk8NvbFfXpwgwZPPUFFN+UUc2SLMpA=";
            };

            dependencies = [
              final.asgiref
              final.sqlparse
            ];
          }
        else
          prev.django;

      # django-stubs: nixpkgs' 5.2.2 would fit, but django, which it is built against, comes from the lock: nixpkgs has 4.2.24 and >=5 is required
      django-stubs = final.buildPythonPackage {
        pname = "django-stubs";
        version = "6.1.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/96/36/206be00ba6aaf21c72cf61fd38cee492c7dcf51eac72fd61a9f7ddd0f916/django_stubs-6.1.2-py3-none-any.whl";
          hash = "sha256-/7bnT1S4wfmy87xIUsWruqIySyp8scUYVMX5Wr5nFlw=";
        };

        dependencies = [
          final.django-stubs-ext
          final.types-pyyaml
          final.typing-extensions
        ]
        ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [ final.django ];
      };

      # django-stubs-ext: nixpkgs' 5.2.5 would fit, but django, which it is built against, comes from the lock: nixpkgs has 4.2.24 and >=5 is required
      django-stubs-ext = final.buildPythonPackage {
        pname = "django-stubs-ext";
        version = "6.1.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/21/bb/393c3c1e24aaf37d62918ea50f3ea22e30d5f3162fc62f4c3bf3275e5ed3/django_stubs_ext-6.1.2-py3-none-any.whl";
          hash = "sha256-czTmh6ttx4psPakKscyw5BLv2CfqEd6NP4WtutlIq7E=";
        };

        dependencies = [
          final.typing-extensions
        ]
        ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [ final.django ];
      };

      # djangorestframework: nixpkgs' 3.16.0 would fit, but django, which it is built against, comes from the lock: nixpkgs has 4.2.24 and >=5 is required
      djangorestframework =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "djangorestframework";
            version = "3.18.3";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/c4/dd/de5f4543765bec94e036a5e9593a42f8fa7efec8de78eb56b9ca834385f3/djangorestframework-3.18.3-py3-none-any.whl";
              hash = "sha256-hUS7Z0hGcxsePJswkjbuHcQSkFoKpyW+LsGTypUKfRI=";
            };

            dependencies = [ final.django ];
          }
        else
          prev.djangorestframework;

      # dnspython: nixpkgs has 2.7.0 and ==2.9.2 is required by email-validator, which comes from the lock
      dnspython = final.buildPythonPackage {
        pname = "dnspython";
        version = "2.9.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/1e/0c/5346358b3a20275d256978c35203ddc2c8617f78c1b23795b79ba22ced6d/dnspython-2.9.2-py3-none-any.whl";
          hash = "sha256-rxX304Wmri+zWnlv3iE4AEyMQsc4kJDirdyD47M0D9g=";
        };
      };

      # email-validator: nixpkgs has 2.2.0 and ==2.4.0 is required by fastapi, which comes from the lock
      email-validator = final.buildPythonPackage {
        pname = "email-validator";
        version = "2.4.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/b8/8b/99e715c59560afa0bf68f21ed16eec794d94293945f57934b70c5255d741/email_validator-2.4.0-py3-none-any.whl";
          hash = "sha256-RFTkHE4ca2yu40odxx1ec2eRVivo/RebAuKY95ZSJoQ=";
        };

        dependencies = [
          final.dnspython
          final.idna
        ];
      };

      # execnet: nixpkgs has 2.1.1 and ==2.1.2 is required by pytest-xdist, which comes from the lock
      execnet = final.buildPythonPackage {
        pname = "execnet";
        version = "2.1.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ab/84/02fc1827e8cdded4aa65baef11296a9bbe595c474f0d6d758af082d849fd/execnet-2.1.2-py3-none-any.whl";
          hash = "sha256-Z/upKN1aVEt4P2BW9Enl45MaXDeLEovBhQH36nniluw=";
        };
      };

      # fastapi: nixpkgs' 0.116.1 would fit, but opentelemetry-api, which it is built against, comes from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      fastapi = final.buildPythonPackage {
        pname = "fastapi";
        version = "0.165.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c4/c1/3b74c030262a1b38b1fee180f80b4007bbc11c9ac12028cb18c7bcecaec9/fastapi-0.165.0-py3-none-any.whl";
          hash = "sha256-iW9IRiBCu08WIUfrj6x+hYdT3B9IZ2Vwm68QXXDk/Fs=";
        };

        dependencies = [
          final.annotated-doc
          final.anyio
          final.email-validator
          final.fastapi-cli
          final.fastar
          final.httpx
          final.httpx2
          final.jinja2
          final.opentelemetry-api
          final.opentelemetry-exporter-otlp-proto-http
          final.opentelemetry-sdk
          final.pydantic
          final.pydantic-extra-types
          final.pydantic-settings
          final.python-multipart
          final.starlette
          final.typing-extensions
          final.typing-inspection
          final.uvicorn
        ];
      };

      # fastapi-cli: nixpkgs has 0.0.8 and ==0.0.34 is required by fastapi, which comes from the lock
      fastapi-cli = final.buildPythonPackage {
        pname = "fastapi-cli";
        version = "0.0.34";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c3/3a/55c60f574ee03db3b11a21ea42f4f784e36163c22b2800eebc725f23f028/fastapi_cli-0.0.34-py3-none-any.whl";
          hash = "sha256-ShGFtmMIx1Q+mJV0Jqjs0gXViFNRTLmmjHgGby5uRns=";
        };

        dependencies = [
          final.fastapi-cloud-cli
          final.rich-toolkit
          final.typer
          final.uvicorn
        ];
      };

      # fastapi-cloud-cli: nixpkgs has no such package
      fastapi-cloud-cli = final.buildPythonPackage {
        pname = "fastapi-cloud-cli";
        version = "0.28.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/17/0c/d1f01df6de9c3b6647aaf0042d3ab5d02a577858adaff775c6e26add15e4/fastapi_cloud_cli-0.28.0-py3-none-any.whl";
          hash = "sha256-4UCbxCAXqG+Akv3x3WTq0SlpiTbP6xUabD4CP2Ef1iA=";
        };

        dependencies = [
          final.agent-detector
          final.detect-installer
          final.fastar
          final.httpx
          final.pydantic
          final.rich-toolkit
          final.rignore
          final.sentry-sdk
          final.typer
          final.uvicorn
        ];
      };

      # fastar: nixpkgs has no such package
      fastar = final.buildPythonPackage {
        pname = "fastar";
        version = "0.12.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/0c/7b/68e681a12232ca2dc46d7d6de0c0fbe770137a204e4a3c0b5864a9548d67/fastar-0.12.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
            hash = "sha256-4r+taWeREeRWfUutQf15UHHJM1zZS8DybiS30Z6VybE=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/8a/27/2781690ebabbce0d2a25b9efd359a13a5df2b0098120167e58b013c9f65a/fastar-0.12.0-cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64.whl";
            hash = "sha256-E8LfjbG3pNeDQp/6ESXFP33ZU0uq5yGOtJJzeXaR4qg=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/5a/00/abacbfa2e94c1ff4b717e07ae2e5521ba84804884ff51f18f01706d024cf/fastar-0.12.0-cp313-cp313-manylinux_2_12_i686.manylinux2010_i686.whl";
            hash = "sha256-+Np1teyg07VA5Qq2t9/ksUjXrooLREqXgf0SGTkoWaA=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/1b/9b/1e6262fe31b2e8efc90feacf3f2213c9d2dff5fcb6e88f9084f26f18d62e/fastar-0.12.0-cp313-cp313-manylinux_2_17_armv7l.manylinux2014_armv7l.whl";
            hash = "sha256-BC/UPE4MPzuj97igg2lNHEvXfWDOJmCQ1OuWy4qAIcI=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/81/8f/f93e981114034eb901d301690ad8e21edca6a2307b380d5e20e4e4862c7d/fastar-0.12.0-cp313-cp313-manylinux_2_31_riscv64.whl";
            hash = "sha256-EVXh3Zxgz2Nraz017f4kI0j0coZyT6hLW0BVwD1/2/Y=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/4f/8e/b4792568d3e544b4e2b00b918744e4edb7e8c6be3c4fce268514febeb844/fastar-0.12.0-cp313-cp313-manylinux_2_17_ppc64le.manylinux2014_ppc64le.whl";
            hash = "sha256-aVijMsVQUt2AkLA94jjKWRkNYl9LqcKSs06TisZBBeo=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/03/3f/0460223969f5dae9a49d09a29a93d5ccc359e701b0a18c0972a0ebce29b1/fastar-0.12.0-cp313-cp313-manylinux_2_17_s390x.manylinux2014_s390x.whl";
            hash = "sha256-awXAxznEO5Io5X/FnraMOGYMYgMLzeo6AysmnfcfW7g=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/93/ee/bfce95bdf2bd61a1e311c7181e0ff99c39a6eebe4ca2bfd2d04eb403970b/fastar-0.12.0-cp313-cp313-macosx_10_12_x86_64.whl";
            hash = "sha256-ZUFlCQzcrH/xPUPuQBLDZvDyBh3fRmWLwK0kjIqjlgo=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/87/b0/dd24d87b58b4e99257ff0b0a53b60c89b0a32e89bd33c1f966e9bda58ad3/fastar-0.12.0-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-aF09RZQ7Q8MscchHBVKmFckOBspTLbG3pWM/AaoQjw0=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # filelock: nixpkgs has 3.18.0 and ==4.2.11 is required by virtualenv, which comes from the lock
      filelock = final.buildPythonPackage {
        pname = "filelock";
        version = "4.2.11";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ed/50/efc158a54b0046104b546f24b28ca1bf25b72969adb960032252a1687a96/filelock-4.2.11-py3-none-any.whl";
          hash = "sha256-Ag4inku51BD8eZwH3fRfohfLqXAnj0CzB1HZTzCbaeI=";
        };
      };

      # frozenlist: nixpkgs has 1.7.0 and ==1.8.0 is required by aiohttp, which comes from the lock
      frozenlist = final.buildPythonPackage {
        pname = "frozenlist";
        version = "1.8.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/d5/4e/e4691508f9477ce67da2015d8c00acd751e6287739123113a9fca6f1604e/frozenlist-1.8.0-cp313-cp313-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl";
            hash = "sha256-+zD5YmVyp23+QpPHGUoJ+x/pO6lMfU9yDfrjtka0UCc=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/40/76/c202df58e3acdf12969a7895fd6f3bc016c642e6726aa63bd3025e0fc71c/frozenlist-1.8.0-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-6qNS1wR6Mdh9r8rLq+id8KpQartbG4Wi+5G8P6oC2CI=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/f9/c0/8746afb90f17b73ca5979c7a3958116e105ff796e718575175319b5bb4ce/frozenlist-1.8.0-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-A66We04pf1j4x3TH6rzOV/48JDSBfUOFxQZhhFoFgSE=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/7e/eb/4c7eefc718ff72f9b6c4893291abaae5fbc0c82226a32dcd8ef4f7a5dbef/frozenlist-1.8.0-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-9ikvHeVV/8xnWUHWX///sKW82ZKQUBX4XQWSIBeT4OU=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/c2/4e/e5c02187cf704224f8b21bee886f3d713ca379535f16893233b9d672ea71/frozenlist-1.8.0-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-KVSPm1teNGDOc3gUTDAQNj2ANc6kS8C/AtV/WmheCE4=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/30/ba/b0b3de23f40bc55a7057bd38434e25c34fa48e17f20ee273bbde5e0650f3/frozenlist-1.8.0-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-lhU+d6WRyK3C7oBXVsYfWf70z0BzqSde6G/oy6QSQfc=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/0c/ab/6e5080ee374f875296c4243c381bbdef97a9ac39c6e3ce1d5f7d42cb78d6/frozenlist-1.8.0-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-8h8AqRNYgDOZiQqxZwmMEx7C3dX49f1f6cnyxvzZHkA=";
          };

          any = {
            url = "https://files.example.org/packages/9a/9a/e35b4a917281c0b8419d4207f4334c8e8c5dbf4f3f5f9ada73958d937dcc/frozenlist-1.8.0-py3-none-any.whl";
            hash = "sha256-DBihbqtB6CwpVhindQLhexlYgyQcVjsA8KpRBvxOqg0=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # fsspec: nixpkgs has 2025.3.2 and ==2026.9.0 is required by dask, which comes from the lock
      fsspec = final.buildPythonPackage {
        pname = "fsspec";
        version = "2026.9.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/6c/c0/a98505f18594f1bce828bb159cec0fcf9860562f1a2c85913409fc8f3d9e/fsspec-2026.9.0-py3-none-any.whl";
          hash = "sha256-jdbmRumeo4K9hfl6Rea1JqRC15Qjp9xnPx4nVtBfy18=";
        };
      };

      # google-api-core: nixpkgs' 2.25.1 would fit, but opentelemetry-api, which it is built against, comes from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      google-api-core = final.buildPythonPackage {
        pname = "google-api-core";
        version = "2.44.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c9/73/4068d4b123d206f42e44d476b6ed4de773d81efc4e88101ff82e318b9a7a/google_api_core-2.44.0-py3-none-any.whl";
          hash = "sha256-jLmtivKN6bx1EhaG1ptpfOCTfiH60q2AyafonyKybh8=";
        };

        dependencies = [
          final.google-auth
          final.googleapis-common-protos
          final.grpcio
          final.grpcio-status
          final.opentelemetry-api
          final.proto-plus
          final.protobuf
          final.requests
        ];
      };

      # google-auth: nixpkgs has 2.40.3 and ==2.62.2 is required by google-api-core, which comes from the lock
      google-auth = final.buildPythonPackage {
        pname = "google-auth";
        version = "2.62.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a0/d4/0f8481baa50f75db3bb19a0df79fe19615e66eccfc3afb0b946dcb8791b3/google_auth-2.62.2-py3-none-any.whl";
          hash = "sha256-6bzbBnm2pDaawyfFxZ8G2S97TNJiTnEAKUwUYy9Vo2s=";
        };

        dependencies = [
          final.cryptography
          final.pyasn1-modules
        ];
      };

      # google-cloud-bigquery: nixpkgs' 3.35.1 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      google-cloud-bigquery = final.buildPythonPackage {
        pname = "google-cloud-bigquery";
        version = "3.47.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/4b/48/79129b85526710828e84e83cb66efad3680587ac63dfc30ae6eb7ab2fb7b/google_cloud_bigquery-3.47.0-py3-none-any.whl";
          hash = "sha256-TkJ4HDqnrPwdOpGsQFKq/LwFKIpMwXllUPT5TLnuOro=";
        };

        dependencies = [
          final.google-api-core
          final.google-auth
          final.google-cloud-core
          final.google-resumable-media
          final.packaging
          final.python-dateutil
          final.requests
        ];
      };

      # google-cloud-core: nixpkgs' 2.4.3 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      google-cloud-core = final.buildPythonPackage {
        pname = "google-cloud-core";
        version = "2.8.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/12/ed/1b09640a565e5d34d4e517463f65a67a11f9dcdeb6b6e8220f2d06aaf489/google_cloud_core-2.8.0-py3-none-any.whl";
          hash = "sha256-4jWwlS9//nuccaTPlrUG2c+1V+IlV8QS8N+bcGi10Ac=";
        };

        dependencies = [
          final.google-api-core
          final.google-auth
        ];
      };

      # google-cloud-storage: nixpkgs' 3.3.0 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      google-cloud-storage = final.buildPythonPackage {
        pname = "google-cloud-storage";
        version = "3.17.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/09/77/4376bb26f24966008a9522c61bae025d7030baabf443f20c4b795fb58308/google_cloud_storage-3.17.1-py3-none-any.whl";
          hash = "sha256-KHx5Gde82nEOrm9rYMdW6JFAR12aTa7AG2F05zdIjKg=";
        };

        dependencies = [
          final.google-api-core
          final.google-auth
          final.google-cloud-core
          final.google-crc32c
          final.google-resumable-media
          final.requests
        ];
      };

      # google-crc32c: nixpkgs has 1.7.1 and ==1.9.0 is required by google-cloud-storage, which comes from the lock
      google-crc32c = final.buildPythonPackage {
        pname = "google-crc32c";
        version = "1.9.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/fd/b6/e76e80fed5f2558273c7839e622f98095c9b36c719c7147e38e3c055cb70/google_crc32c-1.9.0-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
            hash = "sha256-BWixftkKxZbylADZniQ/0MxidnZhg974iNG/jR3BOCc=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/f0/18/bee0dd59ae622482dc6463636c79e4bde7c954d061c859c9256362c9931a/google_crc32c-1.9.0-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-RIjxVTqat+hs3tyDM3Sn6QQDGAO5ldwL0L5IwnH6ZVY=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/af/25/3e8e567bd48448e225ea27318ccf2b94e05124e7b8b97b13eaec9e127199/google_crc32c-1.9.0-cp313-cp313-macosx_12_0_x86_64.whl";
            hash = "sha256-+JSih3ZQtWIB0moBKiV7dtVKaINNw5E6k4MMqKBHsHU=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/3f/34/cb484e8b6174f130f8c6dc79c733a9dd8869b410ad6511fb6104c46b973a/google_crc32c-1.9.0-cp313-cp313-macosx_12_0_arm64.whl";
            hash = "sha256-8dwX2YfdzF66EqfOSPDrkxQd6iNrFwwRARUTlu3y8M8=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # google-resumable-media: nixpkgs has 2.7.2 and ==2.11.0 is required by google-cloud-bigquery, which comes from the lock
      google-resumable-media = final.buildPythonPackage {
        pname = "google-resumable-media";
        version = "2.11.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/5e/2e/4f0a152f2e576e496f31ba1c3c62ed174a8878d06008916a7edc58b1bb28/google_resumable_media-2.11.0-py3-none-any.whl";
          hash = "sha256-9D0V5qf4GPdi6urQ82nFUfgnWkF5ydYiXQ0ln0m4e10=";
        };

        dependencies = [ final.google-crc32c ];
      };

      # googleapis-common-protos: nixpkgs has 3.31.3 and ==1.76.0 is required by google-api-core, which comes from the lock
      googleapis-common-protos = final.buildPythonPackage {
        pname = "googleapis-common-protos";
        version = "1.76.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/05/6d/78dc67a9e779e594b49bf62604034d3a6aa428a55afc729cafda4b7333e1/googleapis_common_protos-1.76.0-py3-none-any.whl";
          hash = "sha256-WeEzRKnzZRqiAaA+K+6BWjv0OkuvH5/4qbYqhAziX6w=";
        };

        dependencies = [ final.protobuf ];
      };

      # great-expectations: nixpkgs' 1.5.7 would fit, but numpy, which it is built against, comes from the lock: nixpkgs has 2.3.2 and ==2.5.5 is required
      great-expectations = final.buildPythonPackage {
        pname = "great-expectations";
        version = "1.24.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/bb/6f/57cb807b762e106d85a6d140fc69bbdf6270eb098bbbb72e041265489dad/great_expectations-1.24.1-py3-none-any.whl";
          hash = "sha256-ptV+CQTjqvUYOfzsc1K2UogdIOXb30qnMf+47o+TrhM=";
        };

        dependencies = [
          final.altair
          final.cryptography
          final.jinja2
          final.jsonschema
          final.marshmallow
          final.mistune
          final.packaging
          final.pandas
          final.pydantic
          final.pyparsing
          final.python-dateutil
          final.requests
          final.ruamel-yaml
          final.tqdm
          final.typing-extensions
          final.tzlocal
        ]
        ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [
          final.numpy
          final.scipy
        ];
      };

      # grpcio: nixpkgs' 1.75.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      grpcio = final.buildPythonPackage {
        pname = "grpcio";
        version = "1.85.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/bf/cb/52417fb272b7603d13ec8688e843dfd8df64584da1951ad954b9120d7c80/grpcio-1.85.1-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
            hash = "sha256-3lILFVWuRFzcT48cx8y6EqGZkr+vp8KS6+f+H+XabFM=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/21/cb/bac12e6c7ab3b1c6b50816fdcbf7f97aec1bd0992cc0d193e332aff716a5/grpcio-1.85.1-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-C95CZMpxqvO8VsWHOAxCaxyVnR2wqwo/YyvGZRX5cm8=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/90/0a/7770a652508a3a6c7d16fbb81db0f0b2be8a73a469af88a6cdfdc3d29cf2/grpcio-1.85.1-cp313-cp313-manylinux2014_i686.manylinux_2_17_i686.whl";
            hash = "sha256-e5MTNcFjUQ+wVMMAB/41Vu8781Shw3tdpAPy5SxrvZU=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/c1/05/2d40be7dbfd8e66e8e5675ec695fafacc69823dcd2ef5d387ad7431c7af7/grpcio-1.85.1-cp313-cp313-linux_armv7l.whl";
            hash = "sha256-4RewdNcH1Bj/QR4K1vyG6X6DBHt0JIi0HXpbemKVPNM=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/b0/98/530af74d704dc8e79c79b26888af44ccbdd1827bfabc9cb405b3d4cc184e/grpcio-1.85.1-cp313-cp313-macosx_11_0_universal2.whl";
            hash = "sha256-a7S7tctGAQaH21Uv2IhSxAVZWBT7fUNbByEkvWuT+Cc=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/b0/98/530af74d704dc8e79c79b26888af44ccbdd1827bfabc9cb405b3d4cc184e/grpcio-1.85.1-cp313-cp313-macosx_11_0_universal2.whl";
            hash = "sha256-a7S7tctGAQaH21Uv2IhSxAVZWBT7fUNbByEkvWuT+Cc=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };

      # grpcio-status: nixpkgs has 1.75.0 and ==1.85.1 is required by google-api-core, which comes from the lock
      grpcio-status = final.buildPythonPackage {
        pname = "grpcio-status";
        version = "1.85.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/f1/e9/5e34e2543b586ffddf90721ab242e7b662c063484ee3978bf61ca90d7579/grpcio_status-1.85.1-py3-none-any.whl";
          hash = "sha256-74TLJix6Bf18J+YbtwyfY7zkSEzoszZlhaOB/tc4/LA=";
        };

        dependencies = [
          final.googleapis-common-protos
          final.grpcio
          final.protobuf
        ];
      };

      # httpcore: nixpkgs' 1.0.9 would fit, but certifi, which it is built against, comes from the lock: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from the lock
      httpcore = final.buildPythonPackage {
        pname = "httpcore";
        version = "1.0.9";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/7e/f5/f66802a942d491edb555dd61e3a9961140fd64c90bce1eafd741609d334d/httpcore-1.0.9-py3-none-any.whl";
          hash = "sha256-LUAHRqQGaPyd7JgQI5BytAtEhLZAqMOP1lSgJMehv1U=";
        };

        dependencies = [
          final.certifi
          final.h11
        ];
      };

      # httpcore2: nixpkgs has no such package
      httpcore2 = final.buildPythonPackage {
        pname = "httpcore2";
        version = "2.16.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/2a/e8/009c347feac27f8960605aa98d55ed263b5870dd4fd80b82fd1d00d5716c/httpcore2-2.16.2-py3-none-any.whl";
          hash = "sha256-FgUa4qQvd2AHVD8y3pNJoxeyPSy7ThRWtLrA6IuHQZo=";
        };

        dependencies = [
          final.h11
          final.truststore
        ];
      };

      # httptools: nixpkgs has 0.6.4 and ==0.9.0 is required by uvicorn, which comes from the lock
      httptools = final.buildPythonPackage {
        pname = "httptools";
        version = "0.9.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/79/f6/0caa51b077492a7306bdbd9dfb907a2246985f0aed1fe2d086255921848b/httptools-0.9.0-cp313-cp313-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl";
            hash = "sha256-CI3hc44a9iRGagHDXWUtvm+4Jb6IfHbWiqhQYh2B24g=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/fa/da/7a47b7c2106bb10e6d4c04a139d045257a4f93c672fae6f0b9e92b1f7bc2/httptools-0.9.0-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-axrH8bxsDb+QaEt3VxpRohskY5Cf2RbOCsm/xNVm3HU=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/cb/de/8df4c09a33ddaf50f697719f20201cf93631ef4b50cec05e42acf179a7c1/httptools-0.9.0-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-Uv4BdmgqJbFTcPI/Ww8TZqhHcd+JFE+wzZectyqUtco=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/0f/4d/417b42d2663acf4f5aeb2718dc894ec2be4e3dcfd8caa2d3bf9ee2dce511/httptools-0.9.0-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-uUMPZdtSHbeWKtlRVx1EYXEhNob5bJmKVNwY7VdIIeI=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/31/d8/b4407836e567a862ce79d78a628d785db99aba52e63496d68c60eed0d475/httptools-0.9.0-cp313-cp313-macosx_11_0_x86_64.whl";
            hash = "sha256-uc0Vy3zw1cxB9kn9eJquEsVsO4Pv9ZP44JXB1FVa1cM=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/9c/04/223994f8589750d2a36ceb43203e739cf75bd9e12c226680d73567766908/httptools-0.9.0-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-T7mVCC/kHsQQszxItU+x1Eq7im7nYsMejEJRnow6MKk=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # httpx: nixpkgs' 0.28.1 would fit, but anyio, which it is built against, comes from the lock: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from the lock
      httpx = final.buildPythonPackage {
        pname = "httpx";
        version = "0.28.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/2a/39/e50c7c3a983047577ee07d2a9e53faf5a69493943ec3f6a384bdc792deb2/httpx-0.28.1-py3-none-any.whl";
          hash = "sha256-2Qn8zMEQ+Mf6+BTKgqmk2Ba8Wm2/6iXWWR1phbi6Wa0=";
        };

        dependencies = [
          final.anyio
          final.certifi
          final.httpcore
          final.idna
        ];
      };

      # httpx2: nixpkgs has no such package
      httpx2 = final.buildPythonPackage {
        pname = "httpx2";
        version = "2.16.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/77/de/8c4306a3d6aa2495111986addf33a9e561eff4c47552e4c4b9251160d0ad/httpx2-2.16.2-py3-none-any.whl";
          hash = "sha256-8FwTqt5MRdvxyQYGR6EFjwrK1iOY+tludBJp7bM9RvU=";
        };

        dependencies = [
          final.anyio
          final.httpcore2
          final.idna
          final.truststore
        ];
      };

      # hyperlink: nixpkgs' 21.0.0 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from the lock
      hyperlink = final.buildPythonPackage {
        pname = "hyperlink";
        version = "21.0.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/6e/aa/8caf6a0a3e62863cbb9dab27135660acba46903b703e224f14f447e57934/hyperlink-21.0.0-py2.py3-none-any.whl";
          hash = "sha256-5rFMN+y3PonHfXjNtMLMjz+1mohcWz+Bn/TtgPJa8bQ=";
        };

        dependencies = [ final.idna ];
      };

      # idna: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from the lock
      idna = final.buildPythonPackage {
        pname = "idna";
        version = "3.20";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/58/a2/bb081bab032533a855d44de1d56f8e8426114ff1ba5d1f07a438a0a654f8/idna-3.20-py3-none-any.whl";
          hash = "sha256-q3rnEil0VTNw8L25GeGpYLLNG8HvAnZBbYltuBwUWCw=";
        };
      };

      # incremental: nixpkgs' 24.7.2 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      incremental = final.buildPythonPackage {
        pname = "incremental";
        version = "24.11.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/1d/55/0f4df2a44053867ea9cbea73fc588b03c55605cd695cee0a3d86f0029cb2/incremental-24.11.0-py3-none-any.whl";
          hash = "sha256-o0RQcWscQ0H+ZnagWY6Io54EGJ9Nzl3Jb2VuBAuqELM=";
        };

        dependencies = [ final.packaging ];
      };

      # iniconfig: nixpkgs has 2.1.0 and ==2.3.1 is required by pytest, which comes from the lock
      iniconfig = final.buildPythonPackage {
        pname = "iniconfig";
        version = "2.3.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/56/43/4ca9e49d27a1fcf6bece6f6aec0ea46bb9112489b93d4b688fb415457bdb/iniconfig-2.3.1-py3-none-any.whl";
          hash = "sha256-kSHiwf2zVSMklb4xlMjf6HzMLV3uRZR7eOaPSZeQ16c=";
        };
      };

      # itemadapter: nixpkgs has 0.12.0 and ==0.13.1 is required by scrapy, which comes from the lock
      itemadapter = final.buildPythonPackage {
        pname = "itemadapter";
        version = "0.13.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/db/a6/48805cef65b13644f1c23545dc525a7051581c84f5227efb1cd9a8ac9b02/itemadapter-0.13.1-py3-none-any.whl";
          hash = "sha256-88axurtPtsykqpBh7wsMJceDwkpXHDDjZn57z+pBgVs=";
        };
      };

      # itemloaders: nixpkgs has 1.3.2 and ==1.5.0 is required by scrapy, which comes from the lock
      itemloaders = final.buildPythonPackage {
        pname = "itemloaders";
        version = "1.5.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/7e/ad/44f03332459d62d921e62b76b4bd699382ee5e7aa29b7d9fc7be934a8341/itemloaders-1.5.0-py3-none-any.whl";
          hash = "sha256-1XpOWyBKH4iv/cbgPtL09grX87fMkPWRSvksm1Lkbvs=";
        };

        dependencies = [
          final.itemadapter
          final.jmespath
          final.parsel
        ];
      };

      # jinja2: nixpkgs' 3.1.6 would fit, but markupsafe, which it is built against, comes from the lock: nixpkgs has 3.0.2 and ==3.0.4 is required by mako, which comes from the lock
      jinja2 = final.buildPythonPackage {
        pname = "jinja2";
        version = "3.1.6";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/62/a1/3d680cbfd5f4b8f15abc1d571870c5fc3e594bb582bc3b64ea099db13e56/jinja2-3.1.6-py3-none-any.whl";
          hash = "sha256-hezkRR9JLQwTxd18E6ZGgahq+uY6XzR5CNrxA85tL2c=";
        };

        dependencies = [ final.markupsafe ];
      };

      # jmespath: nixpkgs has 1.0.1 and ==1.1.0 is required by itemloaders, which comes from the lock
      jmespath = final.buildPythonPackage {
        pname = "jmespath";
        version = "1.1.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/14/2f/967ba146e6d58cf6a652da73885f52fc68001525b4197effc174321d70b4/jmespath-1.1.0-py3-none-any.whl";
          hash = "sha256-pWYxGN5JCMkXKb6grK3KVlJusmmOg94QzRFq4PTpfGQ=";
        };
      };

      # jsonschema: nixpkgs has 4.25.0 and ==4.26.0 is required by great-expectations, which comes from the lock
      jsonschema = final.buildPythonPackage {
        pname = "jsonschema";
        version = "4.26.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/69/90/f63fb5873511e014207a475e2bb4e8b2e570d655b00ac19a9a0ca0a385ee/jsonschema-4.26.0-py3-none-any.whl";
          hash = "sha256-1InxUmO40gD4OH5ktMOnXwZilVn7c964/ftSXy2rUM4=";
        };

        dependencies = [
          final.attrs
          final.jsonschema-specifications
          final.referencing
          final.rpds-py
        ];
      };

      # jsonschema-specifications: nixpkgs has 2025.4.1 and ==2025.9.1 is required by jsonschema, which comes from the lock
      jsonschema-specifications = final.buildPythonPackage {
        pname = "jsonschema-specifications";
        version = "2025.9.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/41/45/1a4ed80516f02155c51f51e8cedb3c1902296743db0bbc66608a0db2814f/jsonschema_specifications-2025.9.1-py3-none-any.whl";
          hash = "sha256-mIAv7joR7nbsrKREKf2opBv/mLAKDyg4FRsRPyEMxv4=";
        };

        dependencies = [ final.referencing ];
      };

      # kombu: nixpkgs' 5.5.4 would fit, but packaging, which it needs for its extra redis, comes from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      kombu = final.buildPythonPackage {
        pname = "kombu";
        version = "5.7.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/84/20/f73d8e0bff9708b0f2337220be1b5d7ebd738bc3a89b63cf44d257157014/kombu-5.7.0-py3-none-any.whl";
          hash = "sha256-3t5zv/TIkXW+OCxCA9LxZ89wF8OEOW7HXDahtWePFYc=";
        };

        dependencies = [
          final.amqp
          final.packaging
          final.redis
          final.vine
        ];
      };

      # librt: nixpkgs has no such package
      librt = final.buildPythonPackage {
        pname = "librt";
        version = "0.16.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/a9/59/16c409c56f708eda2db9a0553662845d45e3871c77d70a240dae3f3bdc56/librt-0.16.0-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-F7rH96FrMo//d+RAKHaT6wF6vekTWVtYJ+vMvCHs2KY=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/3f/29/0f59299eb4251a409b2e690ad4b7d9f8a676db829d7817ec961f32b44f7e/librt-0.16.0-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-flELd3C+5glhejN0qWVI6xFMrgSAI+PwSe5Enn/y2zI=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/de/ba/d6fb4ef8d1537c396079d72289f16be7cd35a366e5065c51253fea2760b6/librt-0.16.0-cp313-cp313-manylinux2014_i686.manylinux_2_17_i686.manylinux_2_28_i686.whl";
            hash = "sha256-78ScRi1FFriliwC0kAePpkaJ/R/maXDMGQEx16+4An4=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/88/82/d34772a6c29d1446dcca6e64d74062efd508523ab351aa16625a4689d5cc/librt-0.16.0-cp313-cp313-manylinux_2_34_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-W5dgVFU2cIKZhe12f+t4+2vO3gF1MnxIRN1cKBwb5lk=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/52/fc/8c50dd4d7cc97c0ee8f252c8a3104980f234391cf1519b554e8b9de08b60/librt-0.16.0-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-ksr4Lr714S0hxyJCtw0eklNvFxHPKnJ6TCdt5LRGkIc=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/46/cd/ae5e0e9dba45d1399aa04a5395bcc0bead40d9fa06dc903634a7b4d7473d/librt-0.16.0-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-xeYUTmi1d/FXUZ8rqIyiDj7WHCmwDlzfp2zS1FrPBZo=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/41/5a/48a16e323c5f9447a94cce7b59babf60fa04e62c3365ecf060c77ed8b320/librt-0.16.0-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-M/QUQ6H04fCZMxs9gSDkCfv/hLl2C8HMnqSW833apcw=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # lxml: nixpkgs has 6.0.1 and ==6.1.3 is required by scrapy, which comes from the lock
      lxml = final.buildPythonPackage {
        pname = "lxml";
        version = "6.1.3";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/ac/7d/8bf1fd8bae8247743968bb76d027a1ac5bd2c4b44495fba6a71b30d10706/lxml-6.1.3-cp313-cp313-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-2F36tC3Wcvh6f3bp3nFyliruafoSBE8Nbhojy9U/uA4=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/c6/7e/8f340ddcd43790332fb0de8a26628d571a492da3300cd191821698407c96/lxml-6.1.3-cp313-cp313-manylinux_2_26_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-XP/hhXHMxR10LNCMuz+LdW3pMR0Yx+qY9dkvN7j7YMI=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/7b/2e/6cef69ed81cb7df0d03b0dd09d08e6e2cf5061a743ff6f42f0b741548e9b/lxml-6.1.3-cp313-cp313-manylinux_2_28_i686.whl";
            hash = "sha256-QmMrQCSrJKa0iPVZrIUTElCYiLa4CuKqEc8ppkag0kU=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/5f/e1/8e5fd8ddc8c7d685badb0f2db149e3c9da84eefc2827c01c658df2c4e3cb/lxml-6.1.3-cp313-cp313-manylinux_2_31_armv7l.whl";
            hash = "sha256-/r0170X2A8LXS3RlXv2/ReFPVfwK70rIK2Y8qCmyg+A=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/7a/7e/00041382a11be40a88bf405ebff11c8efabd3de79f2691e1638b1c47a8a0/lxml-6.1.3-cp313-cp313-manylinux_2_38_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-pDs73xHkd9x3cGCdNHcxb5dDVN/IQl1Zb2T0ccyNr24=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/c5/c1/9c5bb572f1f09ec9e4322bd4a4e9f4ad48347fc56ef94cf4df58a5279dc8/lxml-6.1.3-cp313-cp313-manylinux_2_26_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-dcxlaehr5XhbYYjvFkJnDGrbyYToHsNeIkhC7Nnu/Mg=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/8c/a5/eee2fc77eee5ea68e4a4334b1def1781a3beaeefd3d98e81b4a38dc447b7/lxml-6.1.3-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-iHwCHZqXfP+JyycwR8E1KZe3cqiQiiXCGDaGH2m5K+E=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/52/05/3ef45db776baea068044c799bbba68f3ca00a440c0e930a17c572f3d9639/lxml-6.1.3-cp313-cp313-macosx_10_13_universal2.whl";
            hash = "sha256-OkgJPNsFipOvhC7elwNSDoELBdzQ/G1xkKBjdsO/tr0=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # lz4: nixpkgs has 4.4.4 and ==4.4.5 is required by dask, which comes from the lock
      lz4 = final.buildPythonPackage {
        pname = "lz4";
        version = "4.4.5";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/d2/fb/ba9256c48266a09012ed1d9b0253b9aa4fe9cdff094f8febf5b26a4aa2a2/lz4-4.4.5-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-RRA5tgm5qIqTSAC1/G7kAcia2cF1q/L02fiy5O8a/GQ=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/89/d1/f1d259352227bb1c185288dd694121ea303e43404aa77560b879c90e7073/lz4-4.4.5-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-UzKY0gi1i2UWYt2XL1LYB9SJFRduWwMvtPjDtvX+U1w=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/41/7b/7b3a2a0feb998969f4793c650bb16eff5b06e80d1f7bff867feb332f2af2/lz4-4.4.5-cp313-cp313-manylinux1_i686.manylinux_2_28_i686.manylinux_2_5_i686.whl";
            hash = "sha256-IWygxskHGXMcZPQc+9byenNtflChC3D60qnJsmLskj0=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/2f/46/08fd8ef19b782f301d56a9ccfd7dafec5fd4fc1a9f017cf22a1accb585d7/lz4-4.4.5-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-a7BUFkRPr+oXCwcYG8cGQJdezCqMkrO2WMVUEZUZcWw=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/8f/3f/ea3334e59de30871d773963997ecdba96c4584c5f8007fd83cfc8f1ee935/lz4-4.4.5-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-tCTfEHbkDU6ITPzEx32BU2i3+5681+Y0+TdyXNmopyo=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # mako: nixpkgs has 1.3.10 and ==1.4.3 is required by alembic, which comes from the lock
      mako = final.buildPythonPackage {
        pname = "mako";
        version = "1.4.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/6d/a0/053d6af3e8f871e0073b4a36732d9e65be77a72e5434c31b94f6af78a6bb/mako-1.4.3-py3-none-any.whl";
          hash = "sha256-cjKWAHyHC/1rPwwyMNunGYCW5SaSl+v15O/55/+jnU8=";
        };

        dependencies = [ final.markupsafe ];
      };

      # markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from the lock
      markdown-it-py = final.buildPythonPackage {
        pname = "markdown-it-py";
        version = "4.3.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c9/31/5f0ac2f1a1c67423c995c731a11cd4ad05d081a2be969d74f868bdb9cc70/markdown_it_py-4.3.0-py3-none-any.whl";
          hash = "sha256-eqFRGkbDkTjeeNnrqSzkfmMSTYAD/Jizo1GQngQjnvo=";
        };

        dependencies = [ final.mdurl ];
      };

      # markupsafe: nixpkgs has 3.0.2 and ==3.0.4 is required by mako, which comes from the lock
      markupsafe = final.buildPythonPackage {
        pname = "markupsafe";
        version = "3.0.4";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/63/e0/cec6865dfe88cb48fedd4b20aed6af5158e41092adcbf3e028bcc6ec2108/markupsafe-3.0.4-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-Q0E5SZuyC1Au07qh8WnmGPkkqX56d3/qGklEbYAQbPY=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/f3/a5/28b76a7449eb702966b88bef599e2360b411fbb3afeee8fe560939be06ec/markupsafe-3.0.4-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-cBjUrxzScuhHqlkXmDq16D5PZXn52/7NSnnAyoCxRMI=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/07/6c/21232811afc3a063b5e934b1ae2efda52f46154ec382f585149c020e61fe/markupsafe-3.0.4-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-yQ1bPU6UTgZaMB10GzwdeE9r0fUDqmi0ln4ysroxPYU=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/ee/76/6ed4940bb7648a9aac457c14f870cfdd5105f139a0fb1f29cd61fafa47d1/markupsafe-3.0.4-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-niJ/Pb5r3nSRzwqZZdALiMaxpKldEUgN34i7ltOXwZ8=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/14/38/6ccdfa5b59049cb36fb80cbc80aee9cf1fc9bb77d1335ad435f2070b08cf/markupsafe-3.0.4-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-GKgBhoqITyFueE19FNsqQHcUPOdhBECu4s6Pc058/N4=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/cc/72/15f2e5ec9cf2eb00d5cdfe968d94e4156a7bd7303832c3f3b2c403a36839/markupsafe-3.0.4-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-LRt9kwgohmH1ZnKxsVfXX8U2cU02OEh7vqF7Yxingkg=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/ca/e0/4030bea613677e333c8a2c901fd405055f657f9d06acba5b7357984b6ef7/markupsafe-3.0.4-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-c+d5gMcgeFTwD8TnH7FiaGjVdAq0ASYj1Vx6ma0SKnI=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # marshmallow: nixpkgs has 3.26.1 and ==4.4.0 is required by great-expectations, which comes from the lock
      marshmallow = final.buildPythonPackage {
        pname = "marshmallow";
        version = "4.4.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/33/e7/07f4ba1b1053c565081a843782544e81a02302c9fe457c4a8e25196087af/marshmallow-4.4.0-py3-none-any.whl";
          hash = "sha256-A6iC/y6ruaTiS0M8KUnzWe9NFyoS/cFM3hA3X9VTKLQ=";
        };
      };

      # mistune: nixpkgs has 3.1.4 and ==3.4.0 is required by great-expectations, which comes from the lock
      mistune = final.buildPythonPackage {
        pname = "mistune";
        version = "3.4.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/2c/f7/021d590d52c1ac28e3290311776854c6a1c927fa3fb4b25ce74caf937a3d/mistune-3.4.0-py3-none-any.whl";
          hash = "sha256-0DzsTIYg8hUXqZbYLRTztZww15vaLMbFa9Mrg58Yzms=";
        };
      };

      # moto: nixpkgs' 5.1.11 would fit, but pyyaml, which it needs for its extra s3, comes from the lock: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from the lock
      moto = final.buildPythonPackage {
        pname = "moto";
        version = "5.2.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/38/b8/15e2ce7b6bb125558c81f63c42074a768df15138248cf2e2f1de2b4894eb/moto-5.2.5-py3-none-any.whl";
          hash = "sha256-7vYs3PO/5z4IY3Q1EboELfq6BLo9Xs3LiWoZbGk61Sg=";
        };

        dependencies = [
          final.boto3
          final.botocore
          final.cryptography
          final.py-partiql-parser
          final.pyyaml
          final.requests
          final.responses
          final.werkzeug
          final.xmltodict
        ];
      };

      # msal: nixpkgs has 1.33.0 and ==1.39.0 is required by azure-identity, which comes from the lock
      msal = final.buildPythonPackage {
        pname = "msal";
        version = "1.39.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a4/32/178457385925ce301c7b3232bd85665d4df57da39568b62dcfc74031873f/msal-1.39.0-py3-none-any.whl";
          hash = "sha256-LSV3iGkGzXKThQ3/otopEZlmwhO/xuwM7Pi/diHhync=";
        };

        dependencies = [
          final.cryptography
          final.pyjwt
          final.requests
        ];
      };

      # msal-extensions: nixpkgs' 1.3.1 would fit, but msal, which it is built against, comes from the lock: nixpkgs has 1.33.0 and ==1.39.0 is required by azure-identity, which comes from the lock
      msal-extensions = final.buildPythonPackage {
        pname = "msal-extensions";
        version = "1.3.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/5e/75/bd9b7bb966668920f06b200e84454c8f3566b102183bc55c5473d96cb2b9/msal_extensions-1.3.1-py3-none-any.whl";
          hash = "sha256-ltPeTQNFBOlprF6FuugQbINztcZWjkyPp68uyp2+a8o=";
        };

        dependencies = [ final.msal ];
      };

      # msgpack: nixpkgs has 1.1.1 and ==1.2.4 is required by distributed, which comes from the lock
      msgpack = final.buildPythonPackage {
        pname = "msgpack";
        version = "1.2.4";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/c9/94/562e0733593a780c70b0b18994f30c205149f7f9f4efbe3e9b00b88612c5/msgpack-1.2.4-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-f6vUFcQeYgBsZkH831s+hm9YHE4RxYMowND2lYS5V30=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/6c/10/cd55a69fec29df26884b178dc4b1803442ec82abf929604aac619881917a/msgpack-1.2.4-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-6cW6DwU6fpjwE/CDydGy3/smytjIl8Uz2ChuRO0kxmk=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/bb/92/76d1a5c597e04e1d360b05573d150bdb4502f5a014e6e9cf089c9537c156/msgpack-1.2.4-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-dDPTQN5FAD2z7ZCaZCyUabWY0XVTD3pwfLq6ZCh9J84=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/2d/26/16eaad5fe6e199334fa5bd66070778665717c86e9a273525dc706ddb06a7/msgpack-1.2.4-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-+4Eaw9Rjp1ATsjTSquVrnwvbAQXK9N0u5lMFtqimB40=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/9c/b8/9660be6d120820bc05106f291e824c73d35f4ab77d927788ae67ea80889c/msgpack-1.2.4-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-NiWP0JCeG/JulGBEORCIRkMqvk/6miPJ3C9vHGD5S2A=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # multidict: nixpkgs has 6.6.4 and ==7.2.1 is required by yarl, which comes from the lock
      multidict = final.buildPythonPackage {
        pname = "multidict";
        version = "7.2.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/8f/85/15918b8f73aeb770c534f22b7dac256dc70b6fc7aa0571856c82b17bf3c5/multidict-7.2.1-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-zWnJmv/RtN68H5pTBY6m46mzTy5zOEC7RYkWZs2O3go=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/4f/2e/d9ee8ccc91fcde4ad9a6e8275b1df67c0e079349fe33fd30530706dc2707/multidict-7.2.1-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-M19xX4wRFlTynkvxkIa98CRVedK09PWcqN2bMAO4WcE=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/20/9c/0b181fac73aa9d0f24bc38ce24f56a9cb08c96109c3703d2f79ef15c2c2b/multidict-7.2.1-cp313-cp313-manylinux1_i686.manylinux_2_28_i686.manylinux_2_5_i686.whl";
            hash = "sha256-ErurIlzn9p33VAmrgAWxG06TCfroY4IeAZ6Bsy5Toqg=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/3c/f6/eca9192c0e598655258b2a3d14120894aecc338982670ca7ff4d4168b226/multidict-7.2.1-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-nfUy3RLFmnpNOBZG/Bv1zLS829AcCIfQfsdp+ull6po=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/d6/eb/b74b3441b572218dd24068b67bf4f1f71934cfa5938f55c299425b1c41c0/multidict-7.2.1-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-/EX/GVILxTIdzZxt199vNd3YlO7TXlvmXRgoqcP15/s=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/cf/1b/a4cc6da2651966c725298812d965b9d70918544214a5638c670837034f24/multidict-7.2.1-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-nJ8oX3iKzyRIpXybk9MRA6xpvQP5KQfi/7sjxOK0LrY=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/20/64/f3df5b32600c6dfcc1a949f15c8de2b89e44053f5c78bea05c6240e10af8/multidict-7.2.1-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-IdhvKqWKpCj7mQnWuFh7de6oJyh+NRW4UG3KhrVeLH0=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/91/5f/7912bfb95ab00ed6bd588884ca44adf29f7f56de871247a535135af5a2b4/multidict-7.2.1-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-cU/l8+q9FTsbaRHQtdMc/CuAiua55Zoy+rF6Tmza1aY=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/06/18/29874e132d78ce182305e818a1553c4ddae238471ba55903a1ea38b5c4ee/multidict-7.2.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-S+vJWHzCk1njsEVRinoJJk+ogqfRZbDRQ/2sjut+qUg=";
          };

          any = {
            url = "https://files.example.org/packages/9d/96/1aaad0e5df33f1f5af21775c411349c0234a6edd581ea403bc81919a6eab/multidict-7.2.1-py3-none-any.whl";
            hash = "sha256-COqUZj2efCXRTXgiL3rukGxHLUg3dmvsYkd8OPbkGdw=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # mypy: nixpkgs' 1.17.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      mypy = final.buildPythonPackage {
        pname = "mypy";
        version = "2.4.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/a2/45/089b4724b85f0f408941be5298f817ee89181c1ce031a73d60ebb150c2c7/mypy-2.4.1-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-H7cGIVNcIv1LGgRQ037R1sXrOWVqHOv7GJCEwS3lS6c=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/c9/db/4d54ca4f49a0113d0c956980272aefdc6eec5458f7a72b350785b9ef2249/mypy-2.4.1-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-aAul2fDj/gx0az0U3xXypxjkvDCKEUVhah6mkc58NUs=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/6a/65/cd19bc06b67d2df4828220245fd98569ba40fac00c60ba48bef1817d8ac3/mypy-2.4.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-PxYTv+ZyYWmlaA7D2tX+H22WKFwSre1RrUMure3TnUU=";
          };

          any = {
            url = "https://files.example.org/packages/21/5c/6e8010f8f2c4ad817364592d4b3883633417269b913fc9d5174fdeb7e565/mypy-2.4.1-py3-none-any.whl";
            hash = "sha256-F4RkjW7IwrVGXj8mJBuEWgs8tOVsmTxkq+FpiedpiZk=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;

        dependencies = [
          final.ast-serialize
          final.librt
          final.mypy-extensions
          final.pathspec
          final.typing-extensions
        ];
      };

      # mypy-extensions: nixpkgs has 1.1.0 and ==1.2.0 is required by mypy, which comes from the lock
      mypy-extensions = final.buildPythonPackage {
        pname = "mypy-extensions";
        version = "1.2.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/b5/99/7b1adac7e97ce7bbda34792dc6e9b2f5cc5cffd1875883f78a818b2a2687/mypy_extensions-1.2.0-py3-none-any.whl";
          hash = "sha256-mT56IKpWcetBpxMs9VWvMAYtqZcpYBYBuag4KxHK52g=";
        };
      };

      # narwhals: nixpkgs has 2.6.0 and ==2.29.0 is required by bokeh, which comes from the lock
      narwhals = final.buildPythonPackage {
        pname = "narwhals";
        version = "2.29.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/9e/2b/20b4b463c3795dc390db8fa6ec2b5c3e0aea90a760f813305da4c33dd814/narwhals-2.29.0-py3-none-any.whl";
          hash = "sha256-HGmz3DAkD26EjFpnPK/Iav+kQYTsznIeJbcZRmOtENw=";
        };
      };

      # numpy: nixpkgs has 2.3.2 and ==2.5.5 is required
      numpy =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "numpy";
            version = "2.5.5";
            format = "wheel";

            src = pkgs.fetchurl (forSystem {
              x86_64-linux = {
                url = "https://files.example.org/packages/40/d6/68dd5a83914bbcaf32b3165993f7955979916708cb0156d1e28231e18803/numpy-2.5.5-cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl";
                hash = "sha256-gkAlZV35KSaL/mtH7ZGgDRQgmm92CEfPFQvkRoKeHOQ=";
              };

              aarch64-linux = {
                url = "https://files.example.org/packages/57/06/de83b859944409bb9058bc6110581a3d7fc1f54d6df1222744911d7f6b19/numpy-2.5.5-cp313-cp313-manylinux_2_27_aarch64.manylinux_2_28_aarch64.whl";
                hash = "sha256-riuChdC07tJHOcPKnsD6QkoCR0icAeHV/igVpZnhHTM=";
              };

              x86_64-darwin = {
                url = "https://files.example.org/packages/9c/63/eb5311935b313926d9127ec59632cc74bdf1fa815089fba4dbee9c6dd90c/numpy-2.5.5-cp313-cp313-macosx_14_0_x86_64.whl";
                hash = "sha256-rJEFWGRaSwBvcFlrRQcSuFZHMMGyrBApH87dZW0yHsA=";
              };

              aarch64-darwin = {
                url = "https://files.example.org/packages/03/bd/a1a721ab8da5632c811caf56b7735646a440eddbbf6e57817ae1a900c9c9/numpy-2.5.5-cp313-cp313-macosx_14_0_arm64.whl";
                hash = "sha256-4M9AeoMRj68EY63kikUzmC8XN8fFiqwp4IhV99mtKXc=";
              };
            });

            nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
            buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
            dontStrip = true;
          }
        else
          prev.numpy;

      # opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-api = final.buildPythonPackage {
        pname = "opentelemetry-api";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a9/2d/610db864d7513158cebb8f36cc88e67e73bd6c7aa1905ef18d89e1281c81/opentelemetry_api-1.45.2-py3-none-any.whl";
          hash = "sha256-LL1zc3fnEO50DSYclOk/oPCObQN8GPF1E8wKLZRHmjQ=";
        };

        dependencies = [ final.typing-extensions ];
      };

      # opentelemetry-distro: nixpkgs has no such package
      opentelemetry-distro = final.buildPythonPackage {
        pname = "opentelemetry-distro";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/bf/c4/f693ba7e0427e7fddd7c4657709c65a75efc874e61e960b37aed1a7bbd27/opentelemetry_distro-0.66b2-py3-none-any.whl";
          hash = "sha256-pIgjFHm7wX9cNNTvdA6ShfqPjNERT3MHjKydhSDqz70=";
        };

        dependencies = [
          final.opentelemetry-api
          final.opentelemetry-instrumentation
          final.opentelemetry-sdk
        ];
      };

      # opentelemetry-exporter-http-transport: nixpkgs has no such package
      opentelemetry-exporter-http-transport = final.buildPythonPackage {
        pname = "opentelemetry-exporter-http-transport";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a1/b2/c622a101f31c0e6670b82f4264c4e77c161bce415bc6fc158fda0b82e218/opentelemetry_exporter_http_transport-0.66b2-py3-none-any.whl";
          hash = "sha256-/V9bSQwJms2hzXuQnV6JgUNr8YzIxgmNMC0RTCcXIOk=";
        };

        dependencies = [
          final.opentelemetry-api
          final.requests
        ];
      };

      # opentelemetry-exporter-otlp: nixpkgs' 1.34.0 would fit, but opentelemetry-exporter-otlp-proto-grpc, which it is built against, and opentelemetry-api, which opentelemetry-exporter-otlp-proto-grpc is built against, come from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-exporter-otlp = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/19/27/fcc3b725ddbfa274fbf6098c9583032557671d35aa8d5e08d7e7277fb126/opentelemetry_exporter_otlp-1.45.2-py3-none-any.whl";
          hash = "sha256-Usi58mgonJLAizqX9Ixj1uXAN/JcofbynvFi+3iXSvw=";
        };

        dependencies = [
          final.opentelemetry-exporter-otlp-proto-grpc
          final.opentelemetry-exporter-otlp-proto-http
        ];
      };

      # opentelemetry-exporter-otlp-common: nixpkgs has no such package
      opentelemetry-exporter-otlp-common = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-common";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a8/47/b3049e30b339c82e3c7ec1fc692185a5d5a3ba65a94c570bb39b2c0b8424/opentelemetry_exporter_otlp_common-0.66b2-py3-none-any.whl";
          hash = "sha256-rOhu+3VIn5JfHvgJhWrl8MfbU05K/cYkUwIiIosSNqU=";
        };

        dependencies = [ final.opentelemetry-sdk ];
      };

      # opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-grpc, which comes from the lock
      opentelemetry-exporter-otlp-proto-common = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-proto-common";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e6/d6/0f30d38120a949aef70528f845bf539f80df62abb4b8e62fdf69c2b6df5a/opentelemetry_exporter_otlp_proto_common-1.45.2-py3-none-any.whl";
          hash = "sha256-r0g7JCFwKIkvAXCWcxt5SxlreFAl0uaAiHRyD9CwWoA=";
        };

        dependencies = [ final.opentelemetry-proto ];
      };

      # opentelemetry-exporter-otlp-proto-grpc: nixpkgs' 1.34.0 would fit, but opentelemetry-api, which it is built against, comes from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-exporter-otlp-proto-grpc = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-proto-grpc";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e8/48/14301cac3d106e795eef7e89e191489f086b4e5ad26e47c9635a198e95f4/opentelemetry_exporter_otlp_proto_grpc-1.45.2-py3-none-any.whl";
          hash = "sha256-ikjWCDXpBTaEa9gt5Ie/vYG8y1obPQ+4Lt7qF9sHOVw=";
        };

        dependencies = [
          final.googleapis-common-protos
          final.grpcio
          final.opentelemetry-api
          final.opentelemetry-exporter-otlp-common
          final.opentelemetry-exporter-otlp-proto-common
          final.opentelemetry-proto
          final.opentelemetry-sdk
          final.typing-extensions
        ];
      };

      # opentelemetry-exporter-otlp-proto-http: nixpkgs' 1.34.0 would fit, but opentelemetry-api, which it is built against, comes from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-exporter-otlp-proto-http = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-proto-http";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/32/65/f64d7d2450217e2989714e1dee15e19bf79a77a313387abac0cac77bc10e/opentelemetry_exporter_otlp_proto_http-1.45.2-py3-none-any.whl";
          hash = "sha256-bk0CUTiCnQ7leUaTDCzK1kka1NkqlY6cfuppJ4/mDPw=";
        };

        dependencies = [
          final.googleapis-common-protos
          final.opentelemetry-api
          final.opentelemetry-exporter-http-transport
          final.opentelemetry-exporter-otlp-common
          final.opentelemetry-exporter-otlp-proto-common
          final.opentelemetry-proto
          final.opentelemetry-sdk
          final.requests
          final.typing-extensions
        ];
      };

      # opentelemetry-instrumentation: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-instrumentation = final.buildPythonPackage {
        pname = "opentelemetry-instrumentation";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/3b/41/014d40e2b08a5d9d9058ed4967ad992657c203ce0c292ded97364ee7b82a/opentelemetry_instrumentation-0.66b2-py3-none-any.whl";
          hash = "sha256-+pzP2rFHoUr4EH0Z7wp7UBVnUnPFrc7Xofw48otC7Ew=";
        };

        dependencies = [
          final.opentelemetry-api
          final.opentelemetry-semantic-conventions
          final.packaging
          final.wrapt
        ];
      };

      # opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-grpc, which comes from the lock
      opentelemetry-proto = final.buildPythonPackage {
        pname = "opentelemetry-proto";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/7e/0d/a0b8f2b9efe2ec1abdf639d3696db9b1563ebeb11d91aac08ba7341e9122/opentelemetry_proto-1.45.2-py3-none-any.whl";
          hash = "sha256-A6fKG0P4n9W5ZdWXWQK7JRXAyG4kKLRWg26aYUnGI1o=";
        };

        dependencies = [ final.protobuf ];
      };

      # opentelemetry-sdk: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-sdk = final.buildPythonPackage {
        pname = "opentelemetry-sdk";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/9f/a5/9a3b793ef48245f2336a16beb2324c2397dbb3f987cd68942f77cca06156/opentelemetry_sdk-1.45.2-py3-none-any.whl";
          hash = "sha256-/5dOpw7k8dUeLsFS2zfCtibHv4K7P32GEU/YcE5xmcY=";
        };

        dependencies = [
          final.opentelemetry-api
          final.opentelemetry-semantic-conventions
          final.typing-extensions
        ];
      };

      # opentelemetry-semantic-conventions: nixpkgs' 0.55b0 would fit, but opentelemetry-api, which it is built against, comes from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      opentelemetry-semantic-conventions = final.buildPythonPackage {
        pname = "opentelemetry-semantic-conventions";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/67/bd/6bf33ed31521c565931c037e9e81bac47c1acb000e850c6e24220e2a0c00/opentelemetry_semantic_conventions-0.66b2-py3-none-any.whl";
          hash = "sha256-TL5h5fknXVerMXCERueTjvQpHrvmp/ym96Ypxayuh9g=";
        };

        dependencies = [
          final.opentelemetry-api
          final.typing-extensions
        ];
      };

      # packaging: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      packaging = final.buildPythonPackage {
        pname = "packaging";
        version = "26.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/63/34/ba1c580383c9eada3711951fef0795c80b829a078d72188184bcab9dd527/packaging-26.3-py3-none-any.whl";
          hash = "sha256-1xk/fI5Ok/RE/eAmK/kK8w4W+grQrUTLVTyHM5sjzRw=";
        };
      };

      # pandas: nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from the lock: nixpkgs has 2.3.2 and ==2.5.5 is required
      pandas = final.buildPythonPackage {
        pname = "pandas";
        version = "3.1.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/79/c2/c8bc972d6dcba13910fc92b622420704a2f655dd6b01ed54269a1bf7c2d2/pandas-3.1.1-cp313-cp313-manylinux_2_24_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-ZF+gD9hc/O0tLAncEW02lPV4UBsc5ImRU/vmR4js2pg=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/49/f7/5c2c9b7b3e3d08a8bc7f40e4e066d395d388c7b08b3788e6149a32e2f37a/pandas-3.1.1-cp313-cp313-manylinux_2_24_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-VxErq0TjNnWBIUNc0BzOvB5PylbCjZXXwDvyQY3t6mo=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/f6/ee/2f6c4419fa2bf476ba2776c0fbae91e8bf6ab15c6b3e038d66da4d7824da/pandas-3.1.1-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-Ab0dTF/JmTJDgtVUmc7w+cx8GwnZGubavoLwI35Ds6A=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/95/c0/6f818fd16987eba5ad77fcf8ba8a19e9cf19fad7df7f38ed61b933196d97/pandas-3.1.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-JpcWsHmJmpKVODfRPtIV7y022/jdN4f69hfxFgovUGI=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;

        dependencies = [
          final.python-dateutil
        ]
        ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [ final.numpy ];
      };

      # parsel: nixpkgs has 1.10.0 and ==1.12.1 is required by scrapy, which comes from the lock
      parsel = final.buildPythonPackage {
        pname = "parsel";
        version = "1.12.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e9/44/2ff782553b581b3d55632eb4f9de1dc792ca99de7e47f69e22af28a9ef2d/parsel-1.12.1-py3-none-any.whl";
          hash = "sha256-z3TgmFcym93ALBOuI5qbRvQQ3FvR0FNhyMJkOhpacUk=";
        };

        dependencies = [
          final.cssselect
          final.jmespath
          final.lxml
          final.w3lib
        ];
      };

      # partd: nixpkgs has 1.4.1 and ==1.4.2 is required by dask, which comes from the lock
      partd = final.buildPythonPackage {
        pname = "partd";
        version = "1.4.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/71/e7/40fb618334dcdf7c5a316c0e7343c5cd82d3d866edc100d98e29bc945ecd/partd-1.4.2-py3-none-any.whl";
          hash = "sha256-l45Kx2fsS6W4bG6qUuWio7x0iiyoOejMeY8cxs5u+w8=";
        };

        dependencies = [
          final.locket
          final.toolz
        ];
      };

      # pathspec: nixpkgs has 0.12.1 and ==1.1.1 is required by mypy, which comes from the lock
      pathspec = final.buildPythonPackage {
        pname = "pathspec";
        version = "1.1.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/f1/d9/7fb5aa316bc299258e68c73ba3bddbc499654a07f151cba08f6153988714/pathspec-1.1.1-py3-none-any.whl";
          hash = "sha256-oAzmQvV3v39HOTIxgFYhK8T4v99TEox4u9WvC5sgsYk=";
        };
      };

      # pillow: nixpkgs has 11.3.0 and ==13.0.0 is required by bokeh, which comes from the lock
      pillow =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "pillow";
            version = "13.0.0";
            format = "wheel";

            src = pkgs.fetchurl (forSystem {
              x86_64-linux = {
                url = "https://files.example.org/packages/ef/fe/f5cdaa2d1c4086e757430f368c271a58ee29cfe7378e7ae7b9d964015c25/pillow-13.0.0-cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl";
                hash = "sha256-X1ZJnBp00rhivrDDO4AW+Z0JWFhFXfnSFYO7vBwVtYI=";
              };

              aarch64-linux = {
                url = "https://files.example.org/packages/fb/3c/cd0770e96d20bfd990db024bcbd43897ff3e88da1f4782cf90ea231b1d4f/pillow-13.0.0-cp313-cp313-manylinux_2_27_aarch64.manylinux_2_28_aarch64.whl";
                hash = "sha256-GbZsoKTSXMAgCzgc6CTH6gkNthQnMV5zz7Bdvxs1w2k=";
              };

              x86_64-darwin = {
                url = "https://files.example.org/packages/08/bc/578ab2eaa04705a8978bd9be0fe15c3d43a8fc95097c4f7e39540e79e4fa/pillow-13.0.0-cp313-cp313-macosx_10_13_x86_64.whl";
                hash = "sha256-71/mt9s/UBxWAAuo/nx+GjXKHUWCT765WmfaqFz/Tb4=";
              };

              aarch64-darwin = {
                url = "https://files.example.org/packages/98/c8/ccede3dcc4f274b80fb49199eed1ef34ba05566c8b71976b9d1f111da2e3/pillow-13.0.0-cp313-cp313-macosx_11_0_arm64.whl";
                hash = "sha256-8Ro8E1i7PGgBKnsfQbIjw9ufe/3pC0gd8CjP4cM2MxM=";
              };
            });

            nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
            buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
            dontStrip = true;
          }
        else
          prev.pillow;

      # platformdirs: nixpkgs has 4.3.8 and ==4.14.7 is required by scrapy, which comes from the lock
      platformdirs = final.buildPythonPackage {
        pname = "platformdirs";
        version = "4.14.7";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/f8/46/3737af9f971f3934794103256d7f1ed6200a62be0c7b7ff09ac4cf6b3422/platformdirs-4.14.7-py3-none-any.whl";
          hash = "sha256-ORUTt0cHxCM1//PqF+qsZXp+6f/K3YCWNNNOpZTQEiw=";
        };
      };

      # pluggy: nixpkgs has 1.6.0 and ==1.7.0 is required by pytest, which comes from the lock
      pluggy = final.buildPythonPackage {
        pname = "pluggy";
        version = "1.7.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/40/9e/2b38731e0fc536806f16490e1a12d7f0dc2a1235aa8cc07bcc75416a7daa/pluggy-1.7.0-py3-none-any.whl";
          hash = "sha256-fdew2IMro8tjLDBpJt7RI0KSEbg2QbNdxcQa0tNPm+w=";
        };
      };

      # prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by click-repl, which comes from the lock
      prompt-toolkit = final.buildPythonPackage {
        pname = "prompt-toolkit";
        version = "3.0.53";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/54/6f/84908cad2d6aa5144abcf7b42709fe4fdb459bc640ec7ac5786e7693dabc/prompt_toolkit-3.0.53-py3-none-any.whl";
          hash = "sha256-AcCJHX+SN9XjOffT5Cza6At1NKuxx8DjNS77piMUkvI=";
        };

        dependencies = [ final.wcwidth ];
      };

      # propcache: nixpkgs has 0.3.2 and ==0.5.4 is required by yarl, which comes from the lock
      propcache = final.buildPythonPackage {
        pname = "propcache";
        version = "0.5.4";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/ed/74/08e6c1faf26ee2732023a3828787ba535557122774f4a386b1f715cbd8e0/propcache-0.5.4-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-+FkV4A3LHNny+JDq0GTtQKJ98G8NtlvkJ7KUgq41dXI=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/73/36/0093091ebb270fcd1bc1f6e095f93b2e0ed7f1011c28837dc2dbe5f96b99/propcache-0.5.4-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-26tfX/aJfIHzVdB5AQza6FsC5aC1GLUlFSO4rYrprDw=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/5c/9a/08385733c9321c9bb78039d3ff31045e4fca962d9665023c4eb70f998819/propcache-0.5.4-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-wrowqJA1tXtz4AR13pSFIWAvVD15zgHbELBLNsTHb8g=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/ae/8f/0de9d4c8e05ce0be71b436919a216bd7fc5cc6e2691c0602295efb22b9ed/propcache-0.5.4-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-w+mMVb3ivPfbPHDRrteumqiuu/GaJQxmZFzeRM24uGc=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/7d/71/2b35e91455209b85ee98f7859583e0814fab57d3af0f2381aaee34c37304/propcache-0.5.4-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-2zrlLMwVDbyEcE6dZCdDiX8+HFR0L/NMrLZh5S44GKk=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/8f/61/5f9c29c3aa67c30238c4eadf95149b1d983a48f69b86b0cff927a7d6df13/propcache-0.5.4-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-4dUqBdxBcnn35cdhjF37vCmSOq+bwKXBgC3c6/VMYaA=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/25/7d/c1ab1ef09e9d4d835be5d58c0a32a1e1de8397abaa4e502a9d4141328cad/propcache-0.5.4-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-RBSfRlAKCkG5W02ZwuWGp3MZU5cwYHuYkpdKCSeIsRE=";
          };

          any = {
            url = "https://files.example.org/packages/f5/cd/785c64ed382f3f04201870267b02783f63b4678c2acfddc177a3ebcc2727/propcache-0.5.4-py3-none-any.whl";
            hash = "sha256-YsYK7HOe0AEkVzzOEXgTj9aQx2djUtZ6NzKMHPUddGg=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # protego: nixpkgs has 0.5.0 and ==0.7.0 is required by scrapy, which comes from the lock
      protego = final.buildPythonPackage {
        pname = "protego";
        version = "0.7.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c0/20/e4382a85e4cf4746d11746481f83360b990165725dd36ba73d55e029e6a9/protego-0.7.0-py3-none-any.whl";
          hash = "sha256-lEY4qu5gj2yD/K1EJpXz+TgaYL6NUAckj0awDyAfpfw=";
        };
      };

      # proto-plus: nixpkgs has 1.26.1 and ==1.29.0 is required by google-api-core, which comes from the lock
      proto-plus = final.buildPythonPackage {
        pname = "proto-plus";
        version = "1.29.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/b1/05/a3ef5b1161498e7b5a2a60288a9cf41b9149e94555423a43ec536737ac1a/proto_plus-1.29.0-py3-none-any.whl";
          hash = "sha256-is0HBGmnqvQ/RAsCLvl1fIysGp+GbpM/Wa6YZp3cbIs=";
        };

        dependencies = [ final.protobuf ];
      };

      # protobuf: nixpkgs has 6.32.1 and ==7.36.2 is required by google-api-core, which comes from the lock
      protobuf = final.buildPythonPackage {
        pname = "protobuf";
        version = "7.36.2";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/db/f3/3996583dd2906297a637af12114deddf7658af6e683fedb83be061983fb5/protobuf-7.36.2-cp310-abi3-manylinux2014_x86_64.whl";
            hash = "sha256-ifI6pTwkVTokFv1P0ewG90+kKxS1RtiIMSiBP3dbv9I=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/b6/ea/91fdf7c2b8bbd49cde056f00a9df6773532987e1c00fe2830b895af95c7e/protobuf-7.36.2-cp310-abi3-manylinux2014_aarch64.whl";
            hash = "sha256-4R4fAYBYOir4nbai7Nno3ECqbSmIyhdb/Q5tEupy104=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/17/ab/5fd5f8ece73fad885c5a09aa849b32d70472f954ba3a92d3bb5974ea953b/protobuf-7.36.2-cp310-abi3-manylinux2014_s390x.whl";
            hash = "sha256-9P7hHsMw0jizSgXJtnX2k8IEFdHFvX1TIMwvinmOuc8=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/32/72/98342feb672507c8f3a69e34b4fa8961f608edba5c1a48a6f47156d92cb5/protobuf-7.36.2-cp310-abi3-macosx_10_9_universal2.whl";
            hash = "sha256-y8cLF+4n4oiUx/7ouwS+Gr6tSek2vHDrYAUlMe7iB54=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/32/72/98342feb672507c8f3a69e34b4fa8961f608edba5c1a48a6f47156d92cb5/protobuf-7.36.2-cp310-abi3-macosx_10_9_universal2.whl";
            hash = "sha256-y8cLF+4n4oiUx/7ouwS+Gr6tSek2vHDrYAUlMe7iB54=";
          };

          any = {
            url = "https://files.example.org/packages/e4/04/d52c7016b04b6c5108f26691f9d33ec82a9b65d041f1a9c771137693d618/protobuf-7.36.2-py3-none-any.whl";
            hash = "sha256-vbOjRdSNuVjmzh8Y5Qi+sMyYHWTyQIhCdUnIZs0Dnx4=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by distributed, which comes from the lock
      psutil = final.buildPythonPackage {
        pname = "psutil";
        version = "7.2.2";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/b5/70/5d8df3b09e25bce090399cf48e452d25c935ab72dad19406c77f4e828045/psutil-7.2.2-cp36-abi3-manylinux2010_x86_64.manylinux_2_12_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-B2otL5I/1IIWRPW6ifBZUj2pDckBToX45FpXdMpbxvk=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/63/65/37648c0c158dc222aba51c089eb3bdfa238e621674dc42d48706e639204f/psutil-7.2.2-cp36-abi3-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-sHJs7NhPlHRBnWclKt1KwM2YEbBNYRIwVLn7b1ffbp4=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/e7/36/5ee6e05c9bd427237b11b3937ad82bb8ad2752d72c6969314590dd0c2f6e/psutil-7.2.2-cp36-abi3-macosx_10_9_x86_64.whl";
            hash = "sha256-7Qys6TkRT2JzjYCP3OzUyGkiJQfiZuV0eZ6cD6oX1IY=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/80/c4/f5af4c1ca8c1eeb2e92ccca14ce8effdeec651d5ab6053c589b074eda6e1/psutil-7.2.2-cp36-abi3-macosx_11_0_arm64.whl";
            hash = "sha256-GnsEwQ8yzIirOcv2BuEX/XRyHIMcmKJ9wEV43rDBaXk=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # py-partiql-parser: nixpkgs has 0.6.1 and ==0.6.3 is required by moto, which comes from the lock
      py-partiql-parser = final.buildPythonPackage {
        pname = "py-partiql-parser";
        version = "0.6.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/c9/33/a7cbfccc39056a5cf8126b7aab4c8bafbedd4f0ca68ae40ecb627a2d2cd3/py_partiql_parser-0.6.3-py2.py3-none-any.whl";
          hash = "sha256-3rB2nDNGF50vWQ3L3lVvcIzbkpBZ+2VLrXX0z24H9YI=";
        };
      };

      # pyarrow: nixpkgs has 20.0.0 and ==26.0.1 is required by dask, which comes from the lock
      pyarrow = final.buildPythonPackage {
        pname = "pyarrow";
        version = "26.0.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/96/54/33c2df56948d88a4d83a52999a4a81a4871b2de481ff25ccd6f5ccd2589a/pyarrow-26.0.1-cp313-cp313-manylinux_2_28_x86_64.whl";
            hash = "sha256-9xIhu8dwfj+tkg0EeNuTUHkdRxTsRFKZ7g1WVZ+8FWw=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/31/02/d9462d1ae4e54c3964af38316a802b29c28970b7d375722ef190af736640/pyarrow-26.0.1-cp313-cp313-manylinux_2_28_aarch64.whl";
            hash = "sha256-o6eWYUBLo9QbfJpFy1YRMkaiRLOMsTk/ra4om8ZrkbQ=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/fd/63/0c2559ae33ce59d2ca5ce74117676f8ff8da4cf102729a158ea46415eb50/pyarrow-26.0.1-cp313-cp313-macosx_12_0_x86_64.whl";
            hash = "sha256-ULQK6pL0Oytto0J1SKUzd0G0uTuS6AFaij7vwOdazKI=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/15/b8/c31c51fbe7df901817d88c73eeec25079d0da5f7c7b67fc0bf071f6a2df5/pyarrow-26.0.1-cp313-cp313-macosx_12_0_arm64.whl";
            hash = "sha256-TLc5zLhyksZz4faYGbaEMqc7uLtFboWZZBu6kYOood0=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # pycparser: nixpkgs has 2.22 and ==3.12 is required by cffi, which comes from the lock
      pycparser = final.buildPythonPackage {
        pname = "pycparser";
        version = "3.12";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/b6/ae/315bbeee126a769cbde43cf4908acb4b40408d8bf8bbf334dd7368d8dadf/pycparser-3.12-py3-none-any.whl";
          hash = "sha256-oHbz9Imzm0PtE1Y6Ha/kJEdEW+wuKUFU7FxX/N2kyF4=";
        };
      };

      # pydantic: nixpkgs' 2.11.7 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      pydantic = final.buildPythonPackage {
        pname = "pydantic";
        version = "2.14.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/72/b8/b864503789ef5c58597d2a7b4adbee62c26440ab1e682581fc6838df8947/pydantic-2.14.3-py3-none-any.whl";
          hash = "sha256-P3s0d4Krfkz0x5hJauOoJ4fZ8h7BJnapxWQ1Xu742qg=";
        };

        dependencies = [
          final.annotated-types
          final.email-validator
          final.pydantic-core
          final.typing-extensions
          final.typing-inspection
        ];
      };

      # pydantic-core: nixpkgs' 2.33.2 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      pydantic-core = final.buildPythonPackage {
        pname = "pydantic-core";
        version = "2.50.4";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/2b/c0/1c8f2c8f1b03d3fe2fdd7962df8f5a744fe48c90b4c49615e4eb77d04141/pydantic_core-2.50.4-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
            hash = "sha256-+yu1tVcIDaOYuGZAgRfZj+lzGhIzSv0M3/IhtFjNxdw=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/b3/b8/936cb0d85a4082e902c7397db0f05c4372eac08372c8bd2d0b43088fcf17/pydantic_core-2.50.4-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-qe6ZC/LPvYFXTF1Pn2ydSAoUtbQ9LE8soT9Mb0gIk5Q=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/5d/6d/4f6d00e9e4ba2a7bfb206ae49cb32a3ea90c4d658e62f8775277d75e8291/pydantic_core-2.50.4-cp313-cp313-manylinux1_i686.manylinux_2_5_i686.whl";
            hash = "sha256-Gv7+ROwEL7q/tEg+oljATPdf9P8yjXVPCbMh/aojKso=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/66/a1/f3b551ce233dcac73286b8b2ae45c23232a9f41c68663e2dcce4bb2dbcfa/pydantic_core-2.50.4-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.whl";
            hash = "sha256-qygivNzvtU0ejKKfXj7Dr+Fg+3lLs6OnOwnRHtJnEQQ=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/07/ab/5b78a78f0c0f11c8b54fac214ed49cbb4795c34881aa5e5a15715917936f/pydantic_core-2.50.4-cp313-cp313-manylinux_2_31_riscv64.whl";
            hash = "sha256-kvj2PfcpBhuxRVjtdA56Ii9uKqbC5qW8+05wZnZWIEk=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/3d/93/a8a6e7e20826567a73e6f52416667698aa3de704804d7a49d25272246af4/pydantic_core-2.50.4-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.whl";
            hash = "sha256-AAHWkg46XZJ1jNpGDW3J+RinitbV0JLxyLU5Xmt3U1Y=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/aa/ba/921d90c9d8ddfa653a35a92f2bbdcd650a9493f5c43f39cdfe4c56659cfa/pydantic_core-2.50.4-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.whl";
            hash = "sha256-rZLSVaFlzeX5iC/2lpnq9UleCh8y6XVmu7uA8R5GeB8=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/1b/21/39f8d97e7ea8e3083606ee9bb1d7f3ec70ded780bb6a872aad76c7eb08b2/pydantic_core-2.50.4-cp313-cp313-macosx_10_12_x86_64.whl";
            hash = "sha256-D4eunbW6jY3kDcuTmCz43VROZVKoDTNFr1GUHMIUa4A=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/90/a9/fc89a632331882c4cb91b949003418e6f5085ddcf2c9b875d499682bca91/pydantic_core-2.50.4-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-EjnarwY+YiE8ofNNlmY5AL11EMQqeG6EP9Mor3DkZEU=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };

      # pydantic-extra-types: nixpkgs' 2.10.5 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      pydantic-extra-types = final.buildPythonPackage {
        pname = "pydantic-extra-types";
        version = "2.11.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/17/c1/3226e6d7f5a4f736f38ac11a6fbb262d701889802595cdb0f53a885ac2e0/pydantic_extra_types-2.11.1-py3-none-any.whl";
          hash = "sha256-FyLqK92uViis4l8qpoW2mXjvUzEj5WOM+925meAQDsE=";
        };

        dependencies = [
          final.pydantic
          final.typing-extensions
        ];
      };

      # pydantic-settings: nixpkgs' 2.10.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      pydantic-settings = final.buildPythonPackage {
        pname = "pydantic-settings";
        version = "2.16.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/4c/26/3e68379ca313b6aa58e11fbd8b28d5c6f1b9f4428d70222ba021a76797ec/pydantic_settings-2.16.3-py3-none-any.whl";
          hash = "sha256-0dsWotNABjI6G0LAZAiY2lit+61+wwuqqeKxiq/AiZk=";
        };

        dependencies = [
          final.pydantic
          final.python-dotenv
          final.typing-extensions
          final.typing-inspection
        ];
      };

      # pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by pytest, which comes from the lock
      pygments = final.buildPythonPackage {
        pname = "pygments";
        version = "2.21.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/71/46/17f022dd3e953bf20a04a028a21ec746d942f8d2af30fa0f124fa0e6a684/pygments-2.21.0-py3-none-any.whl";
          hash = "sha256-I2PGm2HEqXyDjaOxMNzWRo9ISJkrIagvKmPsNDdxN9k=";
        };
      };

      # pyjwt: nixpkgs' 2.10.1 would fit, but cryptography, which it needs for its extra crypto, comes from the lock: nixpkgs has 45.0.4 and ==50.0.2 is required by great-expectations, which comes from the lock
      pyjwt = final.buildPythonPackage {
        pname = "pyjwt";
        version = "2.15.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/50/ca/44de4e75f8aadc457f0634be3b542815078ded46dca30efb960edeecad6e/pyjwt-2.15.1-py3-none-any.whl";
          hash = "sha256-QtWdYx93aKECimTH/1gam/dRmATa+R/FtsVuMO7F4ZM=";
        };

        dependencies = [ final.cryptography ];
      };

      # pyopenssl: nixpkgs has 25.1.0 and ==26.4.0 is required by scrapy, which comes from the lock
      pyopenssl = final.buildPythonPackage {
        pname = "pyopenssl";
        version = "26.4.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/51/ad/2cf6d3fa2fae5c79e1ed9960c0d42badd0f94d81dd12b50604cdc839e648/pyopenssl-26.4.0-py3-none-any.whl";
          hash = "sha256-8OsMstWB060rnEiUaEhefyq2cn0IQBvPnYJMPK3fPBw=";
        };

        dependencies = [ final.cryptography ];
      };

      # pyparsing: nixpkgs has 3.2.3 and ==3.3.3 is required by great-expectations, which comes from the lock
      pyparsing = final.buildPythonPackage {
        pname = "pyparsing";
        version = "3.3.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/38/bb/d215ee7c73b61497b28a5503f9f53523f294fcc936762b7caf90e0c1c2b5/pyparsing-3.3.3-py3-none-any.whl";
          hash = "sha256-7OjACmnPAbRdCx3tq7RpyQ2Mr5ltT9pA8UdiehIoSaQ=";
        };
      };

      # pytest: nixpkgs' 8.4.1 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      pytest = final.buildPythonPackage {
        pname = "pytest";
        version = "9.2.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/51/39/1f5d8c8877a0fa327db959c19341d4be61660de1ab6b7391f9eb805bcd67/pytest-9.2.0-py3-none-any.whl";
          hash = "sha256-B6zc+I7BdPkH3AGvcL9S1JsBS7qwP67q3jHJaxjC5Yg=";
        };

        dependencies = [
          final.iniconfig
          final.packaging
          final.pluggy
          final.pygments
        ];
      };

      # pytest-django: nixpkgs' 4.11.1 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      pytest-django = final.buildPythonPackage {
        pname = "pytest-django";
        version = "4.14.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/9c/03/850bffad2b581c440ca51c039d74504d5a422c94bda0bdb8a8ba5068d48b/pytest_django-4.14.0-py3-none-any.whl";
          hash = "sha256-xTOwjYnMZ1781TmO6icLNFR+NfmjYI4sl0jdiEKOoYc=";
        };

        dependencies = [ final.pytest ];
      };

      # pytest-xdist: nixpkgs' 3.8.0 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      pytest-xdist = final.buildPythonPackage {
        pname = "pytest-xdist";
        version = "3.8.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ca/31/d4e37e9e550c2b92a9cbc2e4d0b7420a27224968580b5a447f420847c975/pytest_xdist-3.8.0-py3-none-any.whl";
          hash = "sha256-ICyleM/rc3B4Sowz1tBbxuE7TyW1BTwwoVImn9EPC4g=";
        };

        dependencies = [
          final.execnet
          final.pytest
        ];
      };

      # python-discovery: nixpkgs has no such package
      python-discovery = final.buildPythonPackage {
        pname = "python-discovery";
        version = "1.9.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ac/35/25bd092ca8a7e71192afdca67fbff4f797da74408e74ac3626e13b409ec0/python_discovery-1.9.5-py3-none-any.whl";
          hash = "sha256-ofro/KEeS8YeOEkcKq//KeQws8XictUa5S+4lbxMD6w=";
        };

        dependencies = [ final.filelock ];
      };

      # python-dotenv: nixpkgs has 1.1.1 and ==1.2.4 is required by pydantic-settings, which comes from the lock
      python-dotenv = final.buildPythonPackage {
        pname = "python-dotenv";
        version = "1.2.4";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/60/d1/38f3a3405989a89ac18390803e70c6ad7c7760da4f9b83cbeca0c44a0c72/python_dotenv-1.2.4-py3-none-any.whl";
          hash = "sha256-Qiaails/1U/6bz2EsYq+1QBkcXV2tOzwPcSlXYqgT9w=";
        };
      };

      # python-multipart: nixpkgs has 0.0.20 and ==0.0.34 is required by fastapi, which comes from the lock
      python-multipart = final.buildPythonPackage {
        pname = "python-multipart";
        version = "0.0.34";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/f5/0e/090c52b122d8ec5fa37942c1410fea9cf04ce98bca0c84dde7f0aa11594d/python_multipart-0.0.34-py3-none-any.whl";
          hash = "sha256-66zSJL1obu4vmqEGamV6/+B0NaGFg04F5SNeLlkXPpE=";
        };
      };

      # pyyaml: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from the lock
      pyyaml = final.buildPythonPackage {
        pname = "pyyaml";
        version = "6.0.3";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/74/27/e5b8f34d02d9995b80abcef563ea1f8b56d20134d8f4e5e81733b1feceb2/pyyaml-6.0.3-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-DyntxAmmOSRDq/lLnPic6ZiJod1TdtlDFq5RRd/t1dY=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/50/31/b20f376d3f810b9b2371e72ef5adb33879b25edb7a6d072cb7ca0c486398/pyyaml-6.0.3-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-7ikikCxFrozK2ixbUBq4bDZSW4g+/0JVMTolOjFghhw=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/49/1e/a55ca81e949270d5d4432fbbd19dfea5321eda7c41a849d443dc92fd1ff7/pyyaml-6.0.3-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-ozKE4gt4vUoYyMIoLVSdELyECKKn/1dlPAzwub4K/OU=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/d1/11/0fd08f8192109f7169db964b5707a2f1e8b745d4e239b784a5a1dd80d1db/pyyaml-6.0.3-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-jalmnTWfAsC5HMwBysSmfxav7A2sIsKtCfRr7gaX66g=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/b1/16/95309993f1d3748cd644e02e38b75d50cbc0d9561d21f390a76242ce073f/pyyaml-6.0.3-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-IoOgfiwhoqp42cREJyTsHrFfXkKnI7mcs9gi1I9fetE=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # queuelib: nixpkgs has 1.8.0 and ==1.10.0 is required by scrapy, which comes from the lock
      queuelib = final.buildPythonPackage {
        pname = "queuelib";
        version = "1.10.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/bc/78/715c431c72ab296e1d4540e9dbbbc78f086bed3cdb04fc68fb32c6232d0b/queuelib-1.10.0-py3-none-any.whl";
          hash = "sha256-JXk2tyAtEjJcgK154lTFnizTUzcErm3/tWexoLMJrl4=";
        };
      };

      # redis: nixpkgs has 6.2.0 and ==8.1.0 is required by kombu, which comes from the lock
      redis = final.buildPythonPackage {
        pname = "redis";
        version = "8.1.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/66/9d/c5731f6e3608663d4d3656fd8d3aecee8b509c3082818f5a13eae925baea/redis-8.1.0-py3-none-any.whl";
          hash = "sha256-pP4arD07PMeR1LPVkxxalWBF3JUe500ckT7jrE0u6fs=";
        };
      };

      # referencing: nixpkgs has 0.36.2 and ==0.37.0 is required by jsonschema, which comes from the lock
      referencing = final.buildPythonPackage {
        pname = "referencing";
        version = "0.37.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/2c/58/ca301544e1fa93ed4f80d724bf5b194f6e4b945841c5bfd555878eea9fcb/referencing-0.37.0-py3-none-any.whl";
          hash = "sha256-OBMpqfmWKMkGk2FxaJHTStlK925GHcsDNYJa7MdpIjE=";
        };

        dependencies = [
          final.attrs
          final.rpds-py
        ];
      };

      # requests: nixpkgs has 2.32.5 and ==2.34.2 is required by google-api-core, which comes from the lock
      requests = final.buildPythonPackage {
        pname = "requests";
        version = "2.34.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a0/f4/c67b0b3f1b9245e8d266f0f112c500d50e5b4e83cb6f3b71b6528104182a/requests-2.34.2-py3-none-any.whl";
          hash = "sha256-Kg1gwXL4OsarMeRVSQbA87NYjTe1y5ObHAYfSQfieOA=";
        };

        dependencies = [
          final.certifi
          final.charset-normalizer
          final.idna
          final.urllib3
        ];
      };

      # requests-file: nixpkgs' 2.1.0 would fit, but requests, which it is built against, comes from the lock: nixpkgs has 2.32.5 and ==2.34.2 is required by google-api-core, which comes from the lock
      requests-file = final.buildPythonPackage {
        pname = "requests-file";
        version = "3.0.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e1/d5/de8f089119205a09da657ed4784c584ede8381a0ce6821212a6d4ca47054/requests_file-3.0.1-py2.py3-none-any.whl";
          hash = "sha256-0PXrlDU5htmY+ArGPH8UajB3KL4FHU0c05Db21nBD6I=";
        };

        dependencies = [ final.requests ];
      };

      # responses: nixpkgs' 0.25.7 would fit, but pyyaml, which it is built against, comes from the lock: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from the lock
      responses = final.buildPythonPackage {
        pname = "responses";
        version = "0.26.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/6d/86/ca7958de70cb0752350575e98229368a3a2f746a2942034b3364e17312bb/responses-0.26.3-py3-none-any.whl";
          hash = "sha256-dEdPeZM0rE832TtkN+zDuxu1x3qNMXgKM4ZDvi3OCvg=";
        };

        dependencies = [
          final.pyyaml
          final.requests
          final.urllib3
        ];
      };

      # rich: nixpkgs has 14.1.0 and ==15.0.0 is required by rich-toolkit, which comes from the lock
      rich = final.buildPythonPackage {
        pname = "rich";
        version = "15.0.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/82/3b/64d4899d73f91ba49a8c18a8ff3f0ea8f1c1d75481760df8c68ef5235bf5/rich-15.0.0-py3-none-any.whl";
          hash = "sha256-M71O90Iy+3P+knmiV3GEB/FpwJt4qHrT0pb1SOJ94Ls=";
        };

        dependencies = [
          final.markdown-it-py
          final.pygments
        ];
      };

      # rich-toolkit: nixpkgs' 0.15.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      rich-toolkit = final.buildPythonPackage {
        pname = "rich-toolkit";
        version = "0.20.6";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/79/fc/7c296a563a893b0a23a73923ce27965ae15f658dcb58c0bcdd463e1671a2/rich_toolkit-0.20.6-py3-none-any.whl";
          hash = "sha256-RlRTum+U+ZQB9Z95+1YoJ7pfa01HWQFdQAGfXGd1AmI=";
        };

        dependencies = [
          final.click
          final.rich
          final.typing-extensions
        ];
      };

      # rignore: nixpkgs has no such package
      rignore = final.buildPythonPackage {
        pname = "rignore";
        version = "0.8.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/1d/19/769c0a832d0f0a8d368f09ef7dee4caf53d46f391de489532bf44e1eee1d/rignore-0.8.1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
            hash = "sha256-LKkckaUxNYiZRed7KGIV7NQcjxCQOY25fKNFnFopDrY=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/83/94/d87afacf13f5e32a844ffdd2d906a3c8d5ce24de0a91ff02a605322f34bc/rignore-0.8.1-cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64.whl";
            hash = "sha256-jFzjsQzktxarxTW8D91msLn6n1sZh7NtP17OfQ4qmoE=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/d4/42/ede8c973b1f979b81a4cc48530107538aa9ec7df97c98759415f958bb0eb/rignore-0.8.1-cp313-cp313-manylinux_2_5_i686.manylinux1_i686.whl";
            hash = "sha256-MBL8ebGZU/dqZ7LmuuX0VnQulvDtM9PGyTkLBYb8Lak=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/cf/ca/ea796f9ad84f8b671d682e27bd1a60a7679b844faaf582b11f7e527967f1/rignore-0.8.1-cp313-cp313-manylinux_2_17_armv7l.manylinux2014_armv7l.whl";
            hash = "sha256-wZn6LUqJjptobYRjcerTyOCNPin3ji7Kv0xYCCCo92Q=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/50/e9/76cf08722a4d93836f7d416877f1a0d8e9a456f2e145ab57f12b301ccf70/rignore-0.8.1-cp313-cp313-manylinux_2_31_riscv64.whl";
            hash = "sha256-Z+MMCIP5rvO8xF5dxpgLxB8WHabBsaRg8L2HBkwdZZQ=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/75/71/0f3e6d0c421c7a5f998a21d3314f76f26793bc3af851a5e43b1e82d290aa/rignore-0.8.1-cp313-cp313-manylinux_2_17_ppc64le.manylinux2014_ppc64le.whl";
            hash = "sha256-9xNrf/KcN8jsjv+jxZ4ng5SCulQq+U/cJYGllAXpkDc=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/20/7a/0861528542be468f493e809064842fbb595706c0adce02d3a6e56f15ad2e/rignore-0.8.1-cp313-cp313-manylinux_2_17_s390x.manylinux2014_s390x.whl";
            hash = "sha256-MrD80BSVzE9NELUwf58VgYydt1LPvXqeywCw8SmnDcI=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/82/b7/ecb7c0b91c8d68b313e3c41796860450b3f99d70ba2473d35f0cd3d1fc28/rignore-0.8.1-cp313-cp313-macosx_10_12_x86_64.whl";
            hash = "sha256-FrF7AtPm/zuIWDr0gJtk4Ux3z03hlXY/Bj5ed9cM0RI=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/c2/78/71063269a004ab6759682cdc2c8553d1a42bab56aa4bf7f4ffb1468913a7/rignore-0.8.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-WNcXIln9Rdi6APPgKvWvIRP1R/Sn/vq0LKtWeqfJmfw=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # rpds-py: nixpkgs has 0.25.0 and ==2026.9.1 is required by jsonschema, which comes from the lock
      rpds-py = final.buildPythonPackage {
        pname = "rpds-py";
        version = "2026.9.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/a0/36/76fab39973ee11e7f9f357c55138197bb01c86f6502cb76487e3b4f42db0/rpds_py-2026.9.1-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
            hash = "sha256-eGi4UiQpHGy2dZ+bWtuXRfSG0ib2KxamFN1aKlqys1s=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/bd/b7/497e85768bf4e0d8ddbaa096a4cac31d1509251dee2728a8490aa367e0b5/rpds_py-2026.9.1-cp313-cp313-manylinux_2_17_aarch64.manylinux2014_aarch64.whl";
            hash = "sha256-RXhmuF2vUDQpZmYWi4SmngsuidxPGvECtG9kSKYLkGM=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/6c/18/7464a9953724e55a3b3206062fa0ffdeaa519584c6aabf65d3956d94f131/rpds_py-2026.9.1-cp313-cp313-manylinux_2_5_i686.manylinux1_i686.whl";
            hash = "sha256-5uoc2o2MaIJ4Qw5CaKQvXl2jvddFeN+twIIMPxdmzoM=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/52/4b/74ab4108916250b6e198e0d3af05bc6835eb046315f22f7a0ceb49667c5a/rpds_py-2026.9.1-cp313-cp313-manylinux_2_17_armv7l.manylinux2014_armv7l.whl";
            hash = "sha256-o6UqO6hkNqs671EPviFRKrwt3RmTAF3+UFFL0ihO8CU=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/3d/fe/cd2a80e6d7b871937a60e935c5d507aa390d143f4ff3636f640b9733d5df/rpds_py-2026.9.1-cp313-cp313-manylinux_2_31_riscv64.whl";
            hash = "sha256-PNGC1ykdKbksUhoAadnAG6YZNiipoQVTHRG0Cm1zGjM=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/0c/8e/067e77d9d7b3cc793c9d909b7e97e7aadbbb1fb094093b6876902cc96d38/rpds_py-2026.9.1-cp313-cp313-manylinux_2_17_ppc64le.manylinux2014_ppc64le.whl";
            hash = "sha256-14QRZrf6ZMnFZARheuQ0FEiEdILUWTOxMTXSbBMFGeU=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/3c/b4/c5aae6c2dde269bf955f6b7d35065c655a57e47750d9668052ad67e74dda/rpds_py-2026.9.1-cp313-cp313-manylinux_2_17_s390x.manylinux2014_s390x.whl";
            hash = "sha256-kmvdPjtZmN33DMZLyM9XIJVx+QRFQpE6+2c3mf7HfdA=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/83/ea/ee88fd9e756ff93fb6b1182a47ec09504a242620e33ce1d20679efefe841/rpds_py-2026.9.1-cp313-cp313-macosx_10_12_x86_64.whl";
            hash = "sha256-o2twWWQHY0yoLUuYmjcpB0oAhTegUi5MgEamfHKRA+k=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/57/71/a097d6552f837500fc36e6b23d09cfb9890c3cc47531f9ca64e149799615/rpds_py-2026.9.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-66XRc/fVcIsiqTgVAXpGEYc+1U258mgHfA3R7ZnPyFg=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # ruamel-yaml: nixpkgs has 0.18.14 and ==0.19.1 is required by great-expectations, which comes from the lock
      ruamel-yaml = final.buildPythonPackage {
        pname = "ruamel-yaml";
        version = "0.19.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/b8/0c/51f6841f1d84f404f92463fc2b1ba0da357ca1e3db6b7fbda26956c3b82a/ruamel_yaml-0.19.1-py3-none-any.whl";
          hash = "sha256-J1kpV/7fbgti8oHpbv/SgEM0Xg5mAB+XaDqppAxmfJM=";
        };
      };

      # s3transfer: nixpkgs has 0.13.1 and ==0.19.3 is required by boto3, which comes from the lock
      s3transfer = final.buildPythonPackage {
        pname = "s3transfer";
        version = "0.19.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/e2/a4/88f9e10498759121060b8050a1554753dfc04df39bbbcc7aad9ecc8d9440/s3transfer-0.19.3-py3-none-any.whl";
          hash = "sha256-JOt1NYBDBjVeMclSqQAiv1svnXYPmhEGLHSTohfAhVM=";
        };

        dependencies = [ final.botocore ];
      };

      # scipy: nixpkgs' 1.16.1 would fit, but numpy, which it is built against, comes from the lock: nixpkgs has 2.3.2 and ==2.5.5 is required
      scipy =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "scipy";
            version = "1.18.1";
            format = "wheel";

            src = pkgs.fetchurl (forSystem {
              x86_64-linux = {
                url = "https://files.example.org/packages/41/48/6450ed9243315322bbc19ac57b9b70d66a20bf1d38d124c96bc4bf6af9ea/scipy-1.18.1-cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl";
                hash = "sha256-/a9eqJCmGD0FZfUaYXmdZwgb1bHPA8X0s/03MhCGJck=";
              };

              aarch64-linux = {
                url = "https://files.example.org/packages/e6/5f/4634e9d35c68496e4e34cb6946eafab044458e6cedab42b40b6588e475b6/scipy-1.18.1-cp313-cp313-manylinux_2_27_aarch64.manylinux_2_28_aarch64.whl";
                hash = "sha256-1BaxbMz9cPv2JADoTQuy9OavUZpFVX8WksdJs38UsxU=";
              };

              x86_64-darwin = {
                url = "https://files.example.org/packages/ec/01/798430ecea2e78ec7c02663d5f71c007bb6abeca931080debd40d7fa55ea/scipy-1.18.1-cp313-cp313-macosx_14_0_x86_64.whl";
                hash = "sha256-dbAOuPuAIJCqkD9Oocf1pYR3n5ZzYeaLfpjlMcwtcXQ=";
              };

              aarch64-darwin = {
                url = "https://files.example.org/packages/9a/d7/21d890274f75ea37a8209d5519e72da3da90302e3b9fb8397a0918386a62/scipy-1.18.1-cp313-cp313-macosx_14_0_arm64.whl";
                hash = "sha256-6jJNndNMOL+5vsjKTRtAfbl9u3QCn1ZrjjIrG2/lb+Y=";
              };
            });

            nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
            buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
            dontStrip = true;
            dependencies = [ final.numpy ];
          }
        else
          prev.scipy;

      # scrapy: nixpkgs' 2.13.3 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      scrapy = final.buildPythonPackage {
        pname = "scrapy";
        version = "2.19.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/35/64/8507dcab59f2d4920152020dc348879fd8eed1dd17f152cf65d9fddd3ff2/scrapy-2.19.0-py3-none-any.whl";
          hash = "sha256-RMGtSwCPGXbpRsdbKtzg5EjL/kcMWEsbWUaavycOgBM=";
        };

        dependencies = [
          final.aiohttp
          final.backports-zstd
          final.brotli
          final.charset-normalizer
          final.cryptography
          final.cssselect
          final.defusedxml
          final.itemadapter
          final.itemloaders
          final.lxml
          final.packaging
          final.parsel
          final.platformdirs
          final.protego
          final.pydispatcher
          final.pyopenssl
          final.queuelib
          final.service-identity
          final.tldextract
          final.twisted
          final.w3lib
          final.zope-interface
        ];
      };

      # sentry-sdk: nixpkgs' 2.39.0 would fit, but fastapi, which it needs for its extra fastapi, and opentelemetry-api, which fastapi is built against, come from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from the lock
      sentry-sdk = final.buildPythonPackage {
        pname = "sentry-sdk";
        version = "2.75.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ec/ee/fbfe67386d64a7218013c8346b88b89d72f279b4ddb434ed5e94bea3d389/sentry_sdk-2.75.0-py3-none-any.whl";
          hash = "sha256-mhDpfeLL1CrX5KbgKg1a8Z3pgR6wJEUHfUG6FMCOFww=";
        };

        dependencies = [
          final.certifi
          final.urllib3
        ];
      };

      # service-identity: nixpkgs has 24.2.0 and ==26.1.0 is required by scrapy, which comes from the lock
      service-identity = final.buildPythonPackage {
        pname = "service-identity";
        version = "26.1.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/93/eb/2433e1af4ff903499144de4846569fb3300b816179ae99a03c2f011b666a/service_identity-26.1.0-py3-none-any.whl";
          hash = "sha256-aMMtrbtpE1+5UQd2d+B81/YDECDzqMj0eijNqKB0IRg=";
        };

        dependencies = [
          final.attrs
          final.cryptography
        ];
      };

      # sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      sqlalchemy = final.buildPythonPackage {
        pname = "sqlalchemy";
        version = "2.1.9";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/8a/cc/7fef310685d7d02637d838b410cb116d0748ad1b2ec545f8a6e94838cc9a/sqlalchemy-2.1.9-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-FfsA8Ba3Lk6Jv/PNO3H5UBKIKqVJPGyMkqRtQHFPoNw=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/4a/65/60d4ed0dce6c46d834014be42d4c4925eb6d4a5e39478a5f81831890e4ac/sqlalchemy-2.1.9-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-PAta53kFHpih0bYU+o9zyXP3zmWtbqJBG5FuME2gJlI=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/5b/87/e3d0679fdbb1f960b8053beb511ebe8cf2e578df423abed8aeb9f888a28b/sqlalchemy-2.1.9-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-rX6rct5LO21bh761MuKOD6gnIGnLcdaOtDpjPFLadvI=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/f9/c0/8f160f3192899ec9e7fa6f6012975db03ebfd7940e759bf337940c6fa93a/sqlalchemy-2.1.9-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-IawI0gA5EiTK8w168athPsmtOh4KJsMaKZx2mNahAWA=";
          };

          any = {
            url = "https://files.example.org/packages/7a/ee/9926603a1f7e88b41bc0d1e068e889fc84981553fb4e6037426d6b174da3/sqlalchemy-2.1.9-py3-none-any.whl";
            hash = "sha256-RJ/tXCyqOyeMxXSZ0J2wAfs/KNx/GK/8SBQq7k3MDN8=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };

      # sqlparse: nixpkgs has 0.5.3 and ==0.6.1 is required by django, which comes from the lock
      sqlparse =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "sqlparse";
            version = "0.6.1";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/df/ff/2fee788e82e75be8f210c65c5d103bf44c880e3769c884652a4cd911b8ba/sqlparse-0.6.1-py3-none-any.whl";
              hash = "sha256-O+WnLQTIc9aQ18be3TPW+uLvgnWYgc7sAvwu/Qy6Vk8=";
            };
          }
        else
          prev.sqlparse;

      # starlette: nixpkgs has 0.47.2 and ==1.10.0 is required by fastapi, which comes from the lock
      starlette = final.buildPythonPackage {
        pname = "starlette";
        version = "1.10.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/88/2e/947cfe02def9371c07cd5bf5b6b61c829e9aecb9904db02a66cfafbc1eec/starlette-1.10.0-py3-none-any.whl";
          hash = "sha256-R4wKs7TO1ugnGYScEY+kBvAnijSZwaiYzRXNMb3DjOQ=";
        };

        dependencies = [ final.anyio ];
      };

      # tblib: nixpkgs has 3.1.0 and ==3.2.2 is required by distributed, which comes from the lock
      tblib = final.buildPythonPackage {
        pname = "tblib";
        version = "3.2.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/02/be/5d2d47b1fb58943194fb59dcf222f7c4e35122ec0ffe8c36e18b5d728f0b/tblib-3.2.2-py3-none-any.whl";
          hash = "sha256-Jr3M8zm8zmqIsrVDLJiLJm675jpOWT9rV4sdLnI9K3Y=";
        };
      };

      # tldextract: nixpkgs' 5.3.0 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from the lock
      tldextract = final.buildPythonPackage {
        pname = "tldextract";
        version = "5.4.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/b8/e0/d5760e222a7e3f3aec7ef59f6dff952af27d09ec168bcca50751d9698151/tldextract-5.4.0-py3-none-any.whl";
          hash = "sha256-fwKu0wvTtq1XFxkuuFmjmyCq/HyvORfZz2ywCljvs08=";
        };

        dependencies = [
          final.filelock
          final.idna
          final.requests
          final.requests-file
        ];
      };

      # toolz: nixpkgs has 1.0.0 and ==1.2.0 is required by dask, which comes from the lock
      toolz = final.buildPythonPackage {
        pname = "toolz";
        version = "1.2.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/db/17/4c8beb6c8c4176c6bf143bfd7e1e4dd6719b00ced90738c7ac471b71c1df/toolz-1.2.0-py3-none-any.whl";
          hash = "sha256-iQ+CCxy4FSeFqvk4bYcHdwEQgJA1gAmFymXLJM4RIO8=";
        };
      };

      # tornado: nixpkgs has 6.5.1 and ==6.6.1 is required by bokeh, which comes from the lock
      tornado = final.buildPythonPackage {
        pname = "tornado";
        version = "6.6.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/38/4d/c65ea949a3cdc185f1afac8c337074d4f2d029b48293d2db4d2c3dea4849/tornado-6.6.1-cp311-abi3-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl";
            hash = "sha256-G2/1fMabM5+P6557VnsODqyxa/ryNBWUlmI+96Z7pkA=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/03/ff/20911f85dd399b56761496e8138810e8608ea25f0912377f4205d52af853/tornado-6.6.1-cp311-abi3-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-2mzi2iFYENVlOfpsrHfZ4n9NgTnGhoxTQ2sv6TP0PHk=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/f7/f6/0528ee039266902e707edd9996ee3ce7364dc1baf08bed585d8e6fb3ccd0/tornado-6.6.1-cp311-abi3-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-d91uDGWf3EWCTgdGmIrFwGDCqf7puMu825mbPynTzRA=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/be/70/a4a159dd4f1fef39ff8eadae655b133a85722b39087a89e21ce463af9832/tornado-6.6.1-cp311-abi3-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-jNKLLKy+Y9U+KKOFRqNJK0iEF+6z9+zxCVRHb8JQiII=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/ed/d5/db70d5d23d3b4eaea0b26b710f28d2ca387bb44e68ccfede60ba3bbc2096/tornado-6.6.1-cp311-abi3-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-JbJhknS8p30Ot7TZbc8tEUK7m/FyrWp0kaHh+C5uSPo=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/77/d3/ef3a4d38d1a72c52ad07483ed760dbb93027d28f19c3a2d98148abdd63e1/tornado-6.6.1-cp311-abi3-macosx_10_9_universal2.whl";
            hash = "sha256-qNPmrN5agNE7E7Xkx8ImymgvMdCmK2wzzqA4cUvC3hs=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/77/d3/ef3a4d38d1a72c52ad07483ed760dbb93027d28f19c3a2d98148abdd63e1/tornado-6.6.1-cp311-abi3-macosx_10_9_universal2.whl";
            hash = "sha256-qNPmrN5agNE7E7Xkx8ImymgvMdCmK2wzzqA4cUvC3hs=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # tqdm: nixpkgs has 4.67.1 and ==4.70.1 is required by great-expectations, which comes from the lock
      tqdm = final.buildPythonPackage {
        pname = "tqdm";
        version = "4.70.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a7/03/921a3d3c75785aca9ebfbfcabfbc3a1be12e2ab5265deb026d55a5a3f83e/tqdm-4.70.1-py3-none-any.whl";
          hash = "sha256-wpPlJeb++cIOhyj9RhLfAqCqMbtf6R7Nk+Ejsbe/+nM=";
        };
      };

      # truststore: nixpkgs has 0.10.4 and ==0.10.5 is required by httpx2, which comes from the lock
      truststore = final.buildPythonPackage {
        pname = "truststore";
        version = "0.10.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/51/e9/3a7820be2bb0fe53b6bc9c3be26d3d1158004e4c3ab953aa6840b955b1e9/truststore-0.10.5-py3-none-any.whl";
          hash = "sha256-mqrtrvrwbYsgYnjPi1ASvIl/SFqHRQNQHhLXdt94lRw=";
        };
      };

      # twisted: nixpkgs' 25.5.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      twisted = final.buildPythonPackage {
        pname = "twisted";
        version = "26.10.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/10/93/fdfa79229fdc19a6542086d46b5c5d424ee62a6408d25657e8690e0a745f/twisted-26.10.0-py3-none-any.whl";
          hash = "sha256-NzL0KvIYkloP541maNtVhT9/tTIkWomiZpur59MAD6g=";
        };

        dependencies = [
          final.attrs
          final.automat
          final.constantly
          final.hyperlink
          final.incremental
          final.typing-extensions
          final.zope-interface
        ];
      };

      # typer: nixpkgs has 0.17.4 and ==0.29.2 is required by fastapi-cloud-cli, which comes from the lock
      typer = final.buildPythonPackage {
        pname = "typer";
        version = "0.29.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/62/f3/864dcb0e165b52e9f75aa3c7e0aeeb9876f139c66eb14d87856bb173b0fa/typer-0.29.2-py3-none-any.whl";
          hash = "sha256-8wcx+Mp1g2i4NrNxSHLljjlc74/K/5GMhTsZae1SdOc=";
        };

        dependencies = [
          final.annotated-doc
          final.pydantic
          final.rich
          final.shellingham
        ];
      };

      # types-pyyaml: nixpkgs has 6.0.12.20250516 and ==6.0.12.20261113 is required by django-stubs, which comes from the lock
      types-pyyaml = final.buildPythonPackage {
        pname = "types-pyyaml";
        version = "6.0.12.20261113";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/fd/2e/36fc0941a40ef066dbc8abac41bbbefb41389f547c779aef832aea6b873d/types_pyyaml-6.0.12.20261113-py3-none-any.whl";
          hash = "sha256-NgB0nmE3SK/cQyfwsXwyls+IDNvHM18yAAer2d2BX2c=";
        };
      };

      # typing-extensions: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      typing-extensions = final.buildPythonPackage {
        pname = "typing-extensions";
        version = "4.16.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/49/d3/b8441a820a491ddfc024b0b0cf0393375b75ea13866d9c66727e54c2fc80/typing_extensions-4.16.0-py3-none-any.whl";
          hash = "sha256-SByqSBN06BPBsXatoU6X8fZ6RTnOnP6z81DXjWNwwug=";
        };
      };

      # typing-inspection: nixpkgs' 0.4.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from the lock
      typing-inspection = final.buildPythonPackage {
        pname = "typing-inspection";
        version = "0.4.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/de/0c/ea2544850a7c135e15033a5c7a8e7211136184b7ae63e2239d557c2b3019/typing_inspection-0.4.5-py3-none-any.whl";
          hash = "sha256-vCEFNUQrOeG/KAXgx6F9/WpKznYMhMf30WJF0jprHDk=";
        };

        dependencies = [ final.typing-extensions ];
      };

      # tzlocal: nixpkgs has 5.3.1 and ==5.4.5 is required by great-expectations, which comes from the lock
      tzlocal = final.buildPythonPackage {
        pname = "tzlocal";
        version = "5.4.5";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/7b/c1/9be4e1a8a30db8729a86628073910e56f85aaf8a659e053f376a2e6ea5a8/tzlocal-5.4.5-py3-none-any.whl";
          hash = "sha256-7KtTT21l2d60xOpSwSGrbdWVjpuHjnHcsQJXgml1JFQ=";
        };
      };

      # urllib3: nixpkgs has 2.5.0 and ==2.8.0 is required by sentry-sdk, which comes from the lock
      urllib3 = final.buildPythonPackage {
        pname = "urllib3";
        version = "2.8.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/92/9d/c4e665119135114480843e7ab388fa94d8480650450e6f8e26b70d323a4c/urllib3-2.8.0-py3-none-any.whl";
          hash = "sha256-DPPK5WjTaqlXayjfs18RMo8cuXTKdkfZR167hsdaxuM=";
        };
      };

      # uvicorn: nixpkgs has 0.35.0 and ==0.54.0 is required by fastapi, which comes from the lock
      uvicorn = final.buildPythonPackage {
        pname = "uvicorn";
        version = "0.54.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/38/0c/b54a4fdd7f90a3af8b02ebc9ce6712c2c208b7926a2f7bad95c33ebbe943/uvicorn-0.54.0-py3-none-any.whl";
          hash = "sha256-UFvbDzGHMdRfH3Egcfx4GomB9oR6MckCyfXmUtT2f68=";
        };

        dependencies = [
          final.click
          final.h11
          final.httptools
          final.python-dotenv
          final.pyyaml
          final.uvloop
          final.watchfiles
          final.websockets
        ];
      };

      # uvloop: nixpkgs has 0.21.0 and ==0.23.0 is required by uvicorn, which comes from the lock
      uvloop = final.buildPythonPackage {
        pname = "uvloop";
        version = "0.23.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/98/54/b12915bebbf99d7ae0796211e7f5977b95f069830dca45dc1a346d84125d/uvloop-0.23.0-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-4suhgNZFGCJ2PtqDZPNCQ1qHO8+zhJy9gv3sokjKZes=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/0b/1d/cde53c79e8c01884ad1cdca8e407e086d523362cfe4139e2c2a8dde27304/uvloop-0.23.0-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-F0gyHjxZoUp1QEsa6NWo2BxOIBgD6g4Uwbb9hEIQJLU=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/04/c1/02a725e7698134c647904bdee6589e2be14a0e7fc9942c74f86e2b90d48b/uvloop-0.23.0-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-GcZBCLUHzQvBQOQA4zlrrOvZ1QSVaqdyYnK/befZqrs=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/5f/83/eb980d64e6dd5da46d4dc35755fa6afd6b5b47141437cf89615f1117c5a6/uvloop-0.23.0-cp313-cp313-macosx_10_13_universal2.whl";
            hash = "sha256-Lc/y1pvkPmVZ5drSxaei2/tg4Fp3MRtsS3pKgSPYbGU=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # virtualenv: nixpkgs' 20.33.1 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from the lock
      virtualenv = final.buildPythonPackage {
        pname = "virtualenv";
        version = "21.15.8";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/8a/cf/02048f7392bf213360bbd12c12dfd69aa5975b28de93a2068b08f57afbdb/virtualenv-21.15.8-py3-none-any.whl";
          hash = "sha256-5MsnRjPW892xn1NaO+dTnOj+NPx6orDEF/9ulsPPZ9w=";
        };

        dependencies = [
          final.distlib
          final.filelock
          final.packaging
          final.platformdirs
          final.python-discovery
        ];
      };

      # w3lib: nixpkgs has 2.3.1 and ==2.5.0 is required by scrapy, which comes from the lock
      w3lib = final.buildPythonPackage {
        pname = "w3lib";
        version = "2.5.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/99/bb/e977329315ba4e14f6f6ca0fee7de816a80d161c115a181405bbab92aecf/w3lib-2.5.0-py3-none-any.whl";
          hash = "sha256-E2/V7f5ktTuFeYOOKn6ANJW7vmtp3fru08KaeUtE9ro=";
        };
      };

      # watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, comes from the lock: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from the lock
      watchfiles = final.buildPythonPackage {
        pname = "watchfiles";
        version = "1.3.0";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/8a/cf/e3ad894ed5909a7c44b0707e89bc25d19a3d78b3a7aec846119443b6ae56/watchfiles-1.3.0-cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
            hash = "sha256-tXaLSeQm/VtVCwEshm2zR83xXDmO+Y3FV7bmty+nTNE=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/5a/61/f277cd5ead05f5d37b98b41fbdd0c943ee0c04d49738f62e902cb291cf43/watchfiles-1.3.0-cp310-abi3-manylinux_2_17_aarch64.manylinux2014_aarch64.whl";
            hash = "sha256-SvnEZNQQ6MRLWN3xy+x8OgLByyxsgN+cdGWbovvaCrU=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/31/c3/1a501b597817096c9831c255f6270c124ce0e2faeb74124be24dcc93b86d/watchfiles-1.3.0-cp310-abi3-manylinux_2_17_i686.manylinux2014_i686.whl";
            hash = "sha256-c5iTCit2udxnpOa4v8e68wlGiSqG9BejkgwHvdb+vDA=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/46/66/ea4c01382975e53b1ac1b0a0ea1b353416b8127fb6e04f5c1c313119aab6/watchfiles-1.3.0-cp310-abi3-manylinux_2_17_armv7l.manylinux2014_armv7l.whl";
            hash = "sha256-65TkC5oNsZY2teP+0KmANFLsxzgd8Ts4UnKrt3nug8o=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/7f/f5/2f106829e6e2bc91ad74614730f6df484202b9a4d20d927dbf2f08d37d44/watchfiles-1.3.0-cp310-abi3-manylinux_2_31_riscv64.whl";
            hash = "sha256-02xy/NwI8UPYcxakxMOwZONA2ixzg9OYA5UHQO1BiTU=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/5a/16/77352d05e152c7786a016e9f1decdb4507e8aa5bcf3343c72142a0413d14/watchfiles-1.3.0-cp310-abi3-manylinux_2_17_ppc64le.manylinux2014_ppc64le.whl";
            hash = "sha256-AlsQjy1cwnmcuUH3k4DfPosiv7WJwhjoAXZ/541ZjJU=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/95/fe/81001c55b24466fe9911135e50269fd3a29f43e446627a92adfab54553b6/watchfiles-1.3.0-cp310-abi3-manylinux_2_17_s390x.manylinux2014_s390x.whl";
            hash = "sha256-vp7zzUA9dWowSgoIoRIWPGPafscsjJ0IPJiBgpH/jyk=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/68/fa/c0b840d5d8bafe640925408ce11095948c8945bb61be1e67d0ab629b872a/watchfiles-1.3.0-cp310-abi3-macosx_10_12_x86_64.whl";
            hash = "sha256-AAuWiPyBMwN6iwdcjr+Y8yhE/4lk3aYehcHbVH2vxEE=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/c7/8a/894799b485fe9473ad10422a0d9668e53fb78e3a2b5cc6061159572844ad/watchfiles-1.3.0-cp310-abi3-macosx_11_0_arm64.whl";
            hash = "sha256-u8EZjt/ckP2gYA+CWqlBUPQo38v4E4dG9VmY4OZg1kw=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.anyio ];
      };

      # wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from the lock
      wcwidth = final.buildPythonPackage {
        pname = "wcwidth";
        version = "0.9.4";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/fa/e8/0485850748dfdba9443f4151c7b2442cfa4987ba6cd871038eb5d6b8eca9/wcwidth-0.9.4-cp310-abi3-manylinux2014_x86_64.manylinux_2_17_x86_64.whl";
            hash = "sha256-sYXIuSeyOvJyG+F4NJnRz6XAKLCYsIWJUbSuIkR38cI=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/7d/5b/42bdf9a4b0e4f9126584af2ec73642de495f3bd8add907430f13c3bb98d2/wcwidth-0.9.4-cp310-abi3-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-CTRp4B2IG/89uT/z9Ww2Tch8RB6gH59Bwi3gwL31xu8=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/5d/b6/d7416f38054a107d2fb17c2b73b68723c6c334f69c4e29545fb9e6df81eb/wcwidth-0.9.4-cp310-abi3-manylinux1_i686.manylinux2014_i686.manylinux_2_17_i686.manylinux_2_5_i686.whl";
            hash = "sha256-oVJs0lxkIOUVO7fXZMdQnmkiFe462bcl2xrWZdR+rgk=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/bf/b8/d251589a100250b71a7b8e83fedfcabfd8bd60e78cd1e3329372f63bcc93/wcwidth-0.9.4-cp310-abi3-macosx_10_9_x86_64.whl";
            hash = "sha256-t5acmqJY1TbfVMisivXK0MdKYmjJly4ftgpfKf7/tm0=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/04/e9/dfdca30ca36c472de3e260406dee29fc108499ec590c63b3fe279887ee9d/wcwidth-0.9.4-cp310-abi3-macosx_11_0_arm64.whl";
            hash = "sha256-8nnzLI4gapCS+jUOU8oMK9gHLkWxyf0xu21Ha1m1kcQ=";
          };

          any = {
            url = "https://files.example.org/packages/6f/0c/309b1813b230d1dbbd6f2c2ab2bb21ef68992358977605d9ef289bbfedcc/wcwidth-0.9.4-py3-none-any.whl";
            hash = "sha256-kB6s5tLdJeu5F9DOXbGOXFN+FQTJBc8y8NAGwSCYsF0=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # websockets: nixpkgs has 15.0.1 and ==17.4 is required by uvicorn, which comes from the lock
      websockets = final.buildPythonPackage {
        pname = "websockets";
        version = "17.4";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/ef/75/6a95f93661bba2f1a4ec82eb26c6d30e6ba253569ecabb7a675139db6051/websockets-17.4-cp313-cp313-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl";
            hash = "sha256-JetmHYun4rheu056G7n2oygJEO0QuEMwp6v7XtMtJ2Q=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/80/b0/b0d9427dde0609e2727a9a966fb5fc5c6ef6aa7eba4cfc98791f8b7f1b75/websockets-17.4-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-x0lUQJ6leJ96YNql+UWAwArQtgsgdRxHs1xHhId7UFc=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/e9/29/9f9833bc83c1bf2e5597d1ef374d3ccd6467b9b45400cff399c85331ef6c/websockets-17.4-cp313-cp313-manylinux1_i686.manylinux_2_28_i686.manylinux_2_5_i686.whl";
            hash = "sha256-4+gMrYW6aMB8Ho1MzJz1HmO/anPWv2MWQL6Ue9cra2M=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/3b/00/fb1016d850d61676d1732434e2361d116c1de369078e59d21f4713115a19/websockets-17.4-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-R77t8HpwYUC1B4ZFfggkl+5rWXDEHkm80Vcu4/THP4A=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/f8/9f/5680151ef10e0bfb6f3bf09a992ce6c3e93bbb84fc8ec5d03ad570ac6532/websockets-17.4-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-QHOrfO/loufcNowfAesncW3I6o8caem3cl684FqlPPc=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/77/c4/bb666e196541e42237fdb625303ad099005cc835c4e2e0a5d97bb9c4185c/websockets-17.4-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-nigvNezoiVufpa9Ab8aky0LwHhAJUlz0ZkHeWEeByDs=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/6d/f1/32ae0f45d8464e1606ef3f6a54318d8754b27889de18bb1b2176a19bea39/websockets-17.4-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-Nh+aIaMxkdUofnp19Qj8O5v0eq/7AkEZjWt74zhPKU4=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/13/8e/287eca6d399a953253492189153976676994dfba1b7e82f0f992d14c1404/websockets-17.4-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-FWIhrXY4tavM79b3mJFr8/j/1qxRSA60ulsF35FMy/M=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/b3/65/098fd4d221d691395492fcba88c895dde19a51d371b06b8d0be71d3f781b/websockets-17.4-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-dORkCWZsNYuT/ODYxvTLEH2N18uhMCo41Jrfb6gZPH4=";
          };

          any = {
            url = "https://files.example.org/packages/eb/27/9db924cb0dbf22eade78d98fbae77790f9bf6bc729e6ab29aef9d68e4156/websockets-17.4-py3-none-any.whl";
            hash = "sha256-xr0sl4GRVZKyCRYNDwF9THyCrVMHXmsMJNKokpnn+ek=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # werkzeug: nixpkgs has 3.1.3 and ==3.1.9 is required by moto, which comes from the lock
      werkzeug = final.buildPythonPackage {
        pname = "werkzeug";
        version = "3.1.9";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/a1/38/df03f564f43cec2684823f3cccae1a652ee7face1cbaa76fb223096e64d7/werkzeug-3.1.9-py3-none-any.whl";
          hash = "sha256-Y5LlDHhGC6YY5bIfCKcfWcmc6ZzcbPbj3X5szKh1T6s=";
        };

        dependencies = [ final.markupsafe ];
      };

      # wrapt: nixpkgs has 1.17.2 and ==2.5.2 is required by opentelemetry-instrumentation, which comes from the lock
      wrapt = final.buildPythonPackage {
        pname = "wrapt";
        version = "2.5.2";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/c2/1e/770d73e0cc82a41602cb2cb184769c28bdbaa9b998944d577a1097c18da3/wrapt-2.5.2-cp313-cp313-manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64.whl";
            hash = "sha256-iwObOilnYtsZCNYQg2UiU5PE+zPB28XwCqNvgwLq6qA=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/ac/2b/b4362e803d870451b5e701df5e30ded2d6fb1d9e0c01eec4dc7fa8332b57/wrapt-2.5.2-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-4a9hNqxbz6sXGQpwsl2EN+uNj5yiuCGgZV05J1qMt+c=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/87/15/244dbd2d86285857898be5f7632e8375161953e645f250ac9778c058ab9b/wrapt-2.5.2-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-nU4c3y79xxgcgXf2CQiG4iJ45w9yV98Shj0vUqncu9c=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/1b/7a/38f08a89ca8faa9b788a857f109b5e4cd1f25671a5157e2218072f64aa76/wrapt-2.5.2-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-iPmCwrswZzInGqFc3tQALOKLXZAj3p0R6SfaTc9l5EE=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/e9/8b/2fb9b2522b7e1e7534a72fec0040bbf3d273129ec0a98316e7d37b09aa35/wrapt-2.5.2-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-JpMhsXRnoQmXzG4UeTvxgW5s5Ij5cRx0tyVSRm0gZzk=";
          };

          any = {
            url = "https://files.example.org/packages/77/8b/1ea57b936b70f98e8e7620a352578096d778dbee95b262f73c066d210ffb/wrapt-2.5.2-py3-none-any.whl";
            hash = "sha256-YetU6VQOpSLCxHUqV1Sag9PGfmcE7XCEA9KOBnqvkPA=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # xmltodict: nixpkgs has 0.14.2 and ==1.0.4 is required by moto, which comes from the lock
      xmltodict = final.buildPythonPackage {
        pname = "xmltodict";
        version = "1.0.4";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/38/34/98a2f52245f4d47be93b580dae5f9861ef58977d73a79eb47c58f1ad1f3a/xmltodict-1.0.4-py3-none-any.whl";
          hash = "sha256-pKANMAsOHFn8K/zLU9ey6Iwy8gDfE4oN0iKfhCSXAmo=";
        };
      };

      # xyzservices: nixpkgs has 2025.4.0 and ==2026.9.1 is required by bokeh, which comes from the lock
      xyzservices =
        if stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin then
          final.buildPythonPackage {
            pname = "xyzservices";
            version = "2026.9.1";
            format = "wheel";

            src = pkgs.fetchurl {
              url = "https://files.example.org/packages/a8/71/9219fe65ef32bddc0b5d14e1d98dfefe9d2c9c1b1d1e93efca1f29fcbd4d/xyzservices-2026.9.1-py3-none-any.whl";
              hash = "sha256-r0/drA8fpfeVGDTixY4QEJ5yK+VIyx/k8ajosYzvTAk=";
            };
          }
        else
          prev.xyzservices;

      # yarl: nixpkgs' 1.21.1 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from the lock
      yarl = final.buildPythonPackage {
        pname = "yarl";
        version = "1.25.1";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/0e/b7/a82a49bf88340b837ef6972b508a1604ae377b9e6904b46b10cf5f1cf925/yarl-1.25.1-cp313-cp313-manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64.whl";
            hash = "sha256-voBVDZv+g9m2I5ijcIGpBDTm3y2XjsNFw9KCDea+3as=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/30/d2/7d1e0ab9f8390e1fbcede5a6dbf70d23c96ad09b8c5567f3a514d1ddb0e2/yarl-1.25.1-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64.whl";
            hash = "sha256-FLeaMKk6POLogyYD/Qq3gK2igbC6URC1GaY08tfX0fw=";
          };

          armv7l-linux = {
            url = "https://files.example.org/packages/71/e1/5ba1e3a2a22139213655e760919038e8ed7e2d4a99826d0bbddb3beb96e5/yarl-1.25.1-cp313-cp313-manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l.whl";
            hash = "sha256-S9Y0DSCuLHynGbh7Qm6AjpB0O2dtBdTCbE+1ynH0EYQ=";
          };

          riscv64-linux = {
            url = "https://files.example.org/packages/ef/78/5d684b411e3f3602464ee9b538db48205038f8605872985f61efb809ced0/yarl-1.25.1-cp313-cp313-manylinux_2_31_riscv64.manylinux_2_39_riscv64.whl";
            hash = "sha256-4HWVx9b02ycM7t41ahvRwHo08cJvlY0e0M17SODSu6M=";
          };

          powerpc64le-linux = {
            url = "https://files.example.org/packages/f5/53/780653d5e0f73831f467cf13548912e5eec97f21dc49fc8daf21da027df4/yarl-1.25.1-cp313-cp313-manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le.whl";
            hash = "sha256-EmolM1cMVUcZykChKI/e4XALa8gucTGqafqFJS2S5lE=";
          };

          s390x-linux = {
            url = "https://files.example.org/packages/03/92/d54fa70236c6036271c9c9c09fd978df5cbe3ef49ef6c46e9b833476d215/yarl-1.25.1-cp313-cp313-manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x.whl";
            hash = "sha256-o/qtrH2BLdrCWP61e5hGtgwbQ3xPS5rUJZXG9v5DkN8=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/17/e1/f1bc3390fdca352826676b531d0712736f156919090206700421d46b2c37/yarl-1.25.1-cp313-cp313-macosx_10_13_x86_64.whl";
            hash = "sha256-ELL9lTMvDXFtXu48n7LOjq2hkILef+6D0y43mS/XXCY=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/a8/aa/50acc5c3e5da04172ae3c281c75405af4d2ca911e16120ab0563f4dffb66/yarl-1.25.1-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-DxKv2k7qjImUp21N8YdcdlGU9fvoqdGXkp6jA8ruKew=";
          };

          any = {
            url = "https://files.example.org/packages/54/22/318c7980066769c6bcd9221ed2248294f5698811da099013098c670565ed/yarl-1.25.1-py3-none-any.whl";
            hash = "sha256-aBx1iwSQ+elreOX6jo3G5kjpGFu26uvnMYPDPqDERfM=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;

        dependencies = [
          final.idna
          final.multidict
          final.propcache
        ];
      };

      # zope-interface: nixpkgs has 7.2 and ==8.7 is required by twisted, which comes from the lock
      zope-interface = final.buildPythonPackage {
        pname = "zope-interface";
        version = "8.7";
        format = "wheel";

        src = pkgs.fetchurl (forSystem {
          x86_64-linux = {
            url = "https://files.example.org/packages/94/0c/a80dd47fdca2c210111218e8b4132fefe93e1e34fe0ae129436128d6cbfa/zope_interface-8.7-cp313-cp313-manylinux1_x86_64.manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_5_x86_64.whl";
            hash = "sha256-0w7QbveOnhtBpQaDt9AXJ6PDYxQ8W9oJAX4z8Zgnr8I=";
          };

          aarch64-linux = {
            url = "https://files.example.org/packages/23/4b/0989b9c683a7c88a40c46eb35e1a8890aabee511f9b863d52bc1a2ba006c/zope_interface-8.7-cp313-cp313-manylinux2014_aarch64.manylinux_2_17_aarch64.whl";
            hash = "sha256-da4syjqC3DeDTNgncETuOlcbwvgYSVQWiadpl9xQgS4=";
          };

          i686-linux = {
            url = "https://files.example.org/packages/aa/1f/263e83fef05e343e95b4c8fa2768301b7cd5964dd94afe5608561584c180/zope_interface-8.7-cp313-cp313-manylinux1_i686.manylinux2014_i686.manylinux_2_17_i686.manylinux_2_5_i686.whl";
            hash = "sha256-lsnwQPdEm43Cz9WLIyDAcMGN2lyYv+wnxkINzupqD1s=";
          };

          x86_64-darwin = {
            url = "https://files.example.org/packages/83/06/e382f0fa24b5d7bf44f44cc82dc1a27d1375f4ec70190c2b02b9944d5e95/zope_interface-8.7-cp313-cp313-macosx_10_9_x86_64.whl";
            hash = "sha256-eNzWFf5DftmVN4R4wmbawQp2NcJHT+atM7rEOvhJih0=";
          };

          aarch64-darwin = {
            url = "https://files.example.org/packages/52/94/bde065c2cd987dad779bafeeb9ec6a8bb0cff09f6b77df327e1e776f65df/zope_interface-8.7-cp313-cp313-macosx_11_0_arm64.whl";
            hash = "sha256-rjOy/yrP97Dr1CcsM5apfEPwbLKsg4IOFiAK1QGDvVA=";
          };
        });

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };
    };

    self = python;
  };

  base = python.withPackages (
    ps:
    [
      ps.alembic
      ps.azure-identity
      ps.azure-storage-blob
      ps.boto3
      ps.celery
      ps.dask
      ps.django-stubs
      ps.djangorestframework
      ps.fastapi
      ps.google-cloud-bigquery
      ps.google-cloud-storage
      ps.great-expectations
      ps.hypothesis
      ps.moto
      ps.mypy
      ps.opentelemetry-distro
      ps.opentelemetry-exporter-otlp
      ps.prometheus-client
      ps.psycopg
      ps.psycopg-c
      ps.pytest
      ps.pytest-django
      ps.pytest-xdist
      ps.ruff
      ps.scrapy
      ps.sentry-sdk
      ps.sqlalchemy
      ps.structlog
      ps.virtualenv
    ]
    ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [ ps.django ]
  );
in
pkgs.mkShell {
  packages = [
    base
    pkgs.pre-commit
    pkgs.gettext
  ];

  # The programs' own packages stay out of PYTHONPATH.
  dontAddPythonPath = true;
}
