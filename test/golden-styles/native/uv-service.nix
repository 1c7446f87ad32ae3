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
    packageOverrides = final: _prev: {
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

      # click: nixpkgs has 8.1.8 and ==8.5.1 is required by rich-toolkit, which comes from the lock
      click = final.buildPythonPackage {
        pname = "click";
        version = "8.5.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/31/7d/164b7ffc8624fe9efb4221bf9af485d5c1e41b9ae118045d2b6dc5457d8b/click-8.5.1-py3-none-any.whl";
          hash = "sha256-i7U3bSAGlQOG+MZCdhMzSirK3F9VnLgOY40AtN+Vfjc=";
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

      # fastapi: nixpkgs' 0.116.1 would fit, but fastar, which it needs for its extra standard, comes from the lock: nixpkgs has no such package
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

      # fastapi-cli: nixpkgs' 0.0.8 would fit, but fastapi-cloud-cli, which it needs for its extra standard, comes from the lock: nixpkgs has no such package
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

      # googleapis-common-protos: nixpkgs has 3.31.3 and ==1.76.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
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

      # ipython: nixpkgs' 9.5.0 would fit, but pygments, which it is built against, comes from the lock: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from the lock
      ipython = final.buildPythonPackage {
        pname = "ipython";
        version = "9.18.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/bb/1c/91da4a1c541b75e97eb99d09c6a9b0534de55bb4a466669d1170e39b915c/ipython-9.18.1-py3-none-any.whl";
          hash = "sha256-mXzpFA03RTGmEGnHDA+e8pnW3TVZ6g+UuK9YlybjwdU=";
        };

        dependencies = [
          final.ipython-pygments-lexers
          final.jedi
          final.matplotlib-inline
          final.pexpect
          final.prompt-toolkit
          final.psutil
          final.pygments
          final.stack-data
          final.traitlets
        ];
      };

      # ipython-pygments-lexers: nixpkgs' 1.1.1 would fit, but pygments, which it is built against, comes from the lock: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from the lock
      ipython-pygments-lexers = final.buildPythonPackage {
        pname = "ipython-pygments-lexers";
        version = "1.1.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/d9/33/1f075bf72b0b747cb3288d011319aaf64083cf2efef8354174e3ed4540e2/ipython_pygments_lexers-1.1.1-py3-none-any.whl";
          hash = "sha256-qUYiJKUFreGaYF9x+PpjwgSIM85Qq8hnaKDYHYdtyBw=";
        };

        dependencies = [ final.pygments ];
      };

      # jedi: nixpkgs has 0.19.2 and ==0.20.1 is required by ipython, which comes from the lock
      jedi = final.buildPythonPackage {
        pname = "jedi";
        version = "0.20.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/be/c7/71eb0d51cdcbb63b857c931aa4e9218b078b5d9f8ecd383b234f28fe7b0f/jedi-0.20.1-py2.py3-none-any.whl";
          hash = "sha256-D7FthsSkxzw3ulGMd0GZdeMPzGIGWKjRT7tXIM3TQUI=";
        };

        dependencies = [ final.parso ];
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

      # matplotlib-inline: nixpkgs has 0.1.7 and ==0.2.2 is required by ipython, which comes from the lock
      matplotlib-inline = final.buildPythonPackage {
        pname = "matplotlib-inline";
        version = "0.2.2";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/41/09/5b161152e2d90f7b87f781c2e1267494aef9c32498df793f73ad0a0a494a/matplotlib_inline-0.2.2-py3-none-any.whl";
          hash = "sha256-PIIc8cIJ9Z+y0tZKu/WyO2e8siENZj+ZGN2FHG2h/PY=";
        };

        dependencies = [ final.traitlets ];
      };

      # mypy: nixpkgs' 1.17.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from the lock
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

      # opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from the lock
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

      # opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
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

      # opentelemetry-exporter-otlp-proto-http: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from the lock
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

      # opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
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

      # opentelemetry-sdk: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from the lock
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

      # opentelemetry-semantic-conventions: nixpkgs' 0.55b0 would fit, but opentelemetry-api, which it is built against, comes from the lock: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from the lock
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

      # packaging: nixpkgs has 25.0 and ==26.3 is required by pytest, which comes from the lock
      packaging = final.buildPythonPackage {
        pname = "packaging";
        version = "26.3";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/63/34/ba1c580383c9eada3711951fef0795c80b829a078d72188184bcab9dd527/packaging-26.3-py3-none-any.whl";
          hash = "sha256-1xk/fI5Ok/RE/eAmK/kK8w4W+grQrUTLVTyHM5sjzRw=";
        };
      };

      # parso: nixpkgs has 0.8.4 and ==0.8.7 is required by jedi, which comes from the lock
      parso = final.buildPythonPackage {
        pname = "parso";
        version = "0.8.7";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/99/5d/8268b644392ee874ee82a635cd0df1773de230bde356c38de28e298392cc/parso-0.8.7-py2.py3-none-any.whl";
          hash = "sha256-qJJusqG5FUhpQf29MehqS6+I/owhDyXy817OxbV0yhw=";
        };
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

      # prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by ipython, which comes from the lock
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

      # protobuf: nixpkgs has 6.32.1 and ==7.36.2 is required by googleapis-common-protos, which comes from the lock
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

      # psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by ipython, which comes from the lock
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

      # pydantic: nixpkgs has 2.11.7 and ==2.14.3 is required by fastapi-cloud-cli, which comes from the lock
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

      # pydantic-core: nixpkgs has 2.33.2 and ==2.50.4 is required by pydantic, which comes from the lock
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

      # pydantic-extra-types: nixpkgs has 2.10.5 and ==2.11.1 is required by fastapi, which comes from the lock
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

      # pydantic-settings: nixpkgs has 2.10.1 and ==2.16.3 is required by fastapi, which comes from the lock
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

      # pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from the lock
      pygments = final.buildPythonPackage {
        pname = "pygments";
        version = "2.21.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/71/46/17f022dd3e953bf20a04a028a21ec746d942f8d2af30fa0f124fa0e6a684/pygments-2.21.0-py3-none-any.whl";
          hash = "sha256-I2PGm2HEqXyDjaOxMNzWRo9ISJkrIagvKmPsNDdxN9k=";
        };
      };

      # pytest: nixpkgs' 8.4.1 would fit, but pygments, which it is built against, comes from the lock: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from the lock
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

      # pytest-asyncio: nixpkgs' 1.1.0 would fit, but pytest, which it is built against, and pygments, which pytest is built against, come from the lock: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from the lock
      pytest-asyncio = final.buildPythonPackage {
        pname = "pytest-asyncio";
        version = "1.5.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/27/2d/e600d8f47597a803641704aba367c7266cd621f86561ec36da9888f160ec/pytest_asyncio-1.5.0-py3-none-any.whl";
          hash = "sha256-VX8lXuA8yE+EqNX0OLycbg9xS/hpcK50PH7LWjjX4H0=";
        };

        dependencies = [ final.pytest ];
      };

      # python-dotenv: nixpkgs has 1.1.1 and ==1.2.4 is required by uvicorn, which comes from the lock
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

      # pyyaml: nixpkgs has 6.0.2 and ==6.0.3 is required by uvicorn, which comes from the lock
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

      # requests: nixpkgs' 2.32.5 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from the lock
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

      # rich-toolkit: nixpkgs has 0.15.1 and ==0.20.6 is required by fastapi-cloud-cli, which comes from the lock
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

      # sentry-sdk: nixpkgs has 2.39.0 and ==2.75.0 is required by fastapi-cloud-cli, which comes from the lock
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

      # sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from the lock
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

      # traitlets: nixpkgs has 5.14.3 and ==5.16.1 is required by ipython, which comes from the lock
      traitlets = final.buildPythonPackage {
        pname = "traitlets";
        version = "5.16.1";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/ad/66/0d785f0bc5e4315a96c989bb476d0fc07ea4f85132550c7b156ca2035d52/traitlets-5.16.1-py3-none-any.whl";
          hash = "sha256-93VhgWbKoDlsjjNwmSQPK9Pl6RfSA7Lm++IaWNPLH2s=";
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

      # typing-extensions: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from the lock
      typing-extensions = final.buildPythonPackage {
        pname = "typing-extensions";
        version = "4.16.0";
        format = "wheel";

        src = pkgs.fetchurl {
          url = "https://files.example.org/packages/49/d3/b8441a820a491ddfc024b0b0cf0393375b75ea13866d9c66727e54c2fc80/typing_extensions-4.16.0-py3-none-any.whl";
          hash = "sha256-SByqSBN06BPBsXatoU6X8fZ6RTnOnP6z81DXjWNwwug=";
        };
      };

      # typing-inspection: nixpkgs has 0.4.1 and ==0.4.5 is required by fastapi, which comes from the lock
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

      # uvicorn: nixpkgs has 0.35.0 and ==0.54.0 is required by fastapi-cloud-cli, which comes from the lock
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
    };

    self = python;
  };

  # The project itself is read from its folder: what is changed there shows at once.
  project = python.pkgs.toPythonModule (
    pkgs.writeTextDir "${python.sitePackages}/project.pth" ''
      ${toString ./src}
      ${toString ./.}
    ''
  );

  base = python.withPackages (ps: [
    ps.coverage
    ps.fastapi
    ps.httpx
    ps.ipython
    ps.mypy
    ps.pydantic-settings
    ps.pytest
    ps.pytest-asyncio
    ps.ruff
    ps.sqlalchemy
    ps.uvloop
    ps.watchfiles
    project
  ]);
in
pkgs.mkShell { packages = [ base ]; }
