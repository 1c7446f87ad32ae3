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

        src = pkgs.fetchPypi {
          pname = "agent_detector";
          version = "2.0.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-IsahycI4lKEvVa6mJfBguNMzD7p3TectAtVEK7WAQX8=";
        };
      };

      # aiohttp: nixpkgs has 3.12.15 and >=3.13.3 is required by scrapy, which comes from the lock
      aiohttp = final.buildPythonPackage {
        pname = "aiohttp";
        version = "3.14.5";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "aiohttp";
            version = "3.14.5";
            format = "wheel";
          }
          // forSystem {
            x86_64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64";
              hash = "sha256-H/o6Ujo22GKPmMBkkq4Woxoj0UwLTschdXtHcxn2VtY=";
            };

            aarch64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-dO+2kzK4VnWx6r12Coz8Liz0LGBgfGb4gBTBvftAlC0=";
            };

            armv7l-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l";
              hash = "sha256-QrXmFpRtuvUF4r/xjJryzU755+8wDuWKbpUaW3zxR64=";
            };

            riscv64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux_2_31_riscv64.manylinux_2_39_riscv64";
              hash = "sha256-X7am6Rm/twMie8HOZXkoG4SxorpX3rl5Tf2+x9zR5Aw=";
            };

            powerpc64le-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le";
              hash = "sha256-+QM7Q/UR8nVHxVfcq6AXdknhCjclM2zNLM4P3B3EhQ0=";
            };

            s390x-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x";
              hash = "sha256-FaMQ08cTmOPXv8k6GnP75mQxXNnpAWuO/Bz/he6rcVU=";
            };

            x86_64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_10_13_x86_64";
              hash = "sha256-2rmsWmfI0fBwwA+o/Mt8vRuNzBqNa0LzdUDfmz1MxgM=";
            };

            aarch64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_11_0_arm64";
              hash = "sha256-4cwr+u6MIU8GCAp8fVdyQZuKEQjo5TSSNhiYEYI/sCo=";
            };

            any = {
              dist = "py3";
              python = "py3";
              hash = "sha256-78IaRUiSgoNosRwseA3g/4vJkfc/a5nGtm5WIFRwkps=";
            };
          }
        );

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

      # alembic: nixpkgs' 1.16.4 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      alembic = final.buildPythonPackage {
        pname = "alembic";
        version = "1.20.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "alembic";
          version = "1.20.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-mXBxLPuB6ibIZY03iqpbj2/5FG5bsRHXBJfBZAFs9Zg=";
        };

        dependencies = [
          final.mako
          final.sqlalchemy
          final.typing-extensions
        ];
      };

      # amqp: nixpkgs has 5.3.1 and >=5.4.2 is required by kombu, which comes from the lock
      amqp = final.buildPythonPackage {
        pname = "amqp";
        version = "5.4.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "amqp";
          version = "5.4.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-5udWsVyJyGgYtIpJR6QkcGI4r79n1FdCjTJpvEWQ254=";
        };

        dependencies = [ final.vine ];
      };

      # annotated-doc: nixpkgs has no such package
      annotated-doc = final.buildPythonPackage {
        pname = "annotated-doc";
        version = "0.0.7";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "annotated_doc";
          version = "0.0.7";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-a8Mbu+xt+q7cFnbbwR29qW/iKitcQA6eutET/sRKncY=";
        };
      };

      # anyio: nixpkgs' 4.10.0 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      anyio = final.buildPythonPackage {
        pname = "anyio";
        version = "4.16.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "anyio";
          version = "4.16.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-xmrmNOC4IoOWuAF0G+sylDJtS2EC97ukBBwN+1jCkCY=";
        };

        dependencies = [
          final.idna
          final.typing-extensions
        ];
      };

      # azure-core: nixpkgs' 1.35.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      azure-core = final.buildPythonPackage {
        pname = "azure-core";
        version = "1.41.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "azure_core";
          version = "1.41.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-UitAEegYCxo9zSAkOWpOf+msN/uFl9tHFj0jC17+iS0=";
        };

        dependencies = [
          final.requests
          final.typing-extensions
        ];
      };

      # azure-identity: nixpkgs' 1.23.1 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      azure-identity = final.buildPythonPackage {
        pname = "azure-identity";
        version = "1.27.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "azure_identity";
          version = "1.27.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # azure-storage-blob: nixpkgs' 12.26.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      azure-storage-blob = final.buildPythonPackage {
        pname = "azure-storage-blob";
        version = "12.31.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "azure_storage_blob";
          version = "12.31.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi (
          {
            pname = "backports_zstd";
            version = "1.8.0";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64";
              hash = "sha256-RKkAT56AnqVpENMm0hlGZQNp21nrhu3Ax2hA8hUwcEw=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-GoCLoTcSMcAKK3HwOECnJwiOKH0O4d+zIwlYlQ8h9CE=";
            };

            i686-linux = {
              platform = "manylinux2010_i686.manylinux_2_12_i686.manylinux_2_28_i686";
              hash = "sha256-mvg6bX3GeJb9kbzUws0YK6l9fMorCalDc6X+8VQAHZg=";
            };

            riscv64-linux = {
              platform = "manylinux_2_34_riscv64.manylinux_2_39_riscv64";
              hash = "sha256-X/MH8/DvO39AzPzkLAcE/dyZzTC8pFEzD0JGbbGYG+k=";
            };

            powerpc64le-linux = {
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le";
              hash = "sha256-bMFQUcKCrCWFokJdIvQWri3rWvtEGyKDGzSbAv1Yp4I=";
            };

            s390x-linux = {
              platform = "manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x";
              hash = "sha256-eiPTjXucqTQDrNPCwwavblR6JNFQwlrC16is11H72Wg=";
            };

            x86_64-darwin = {
              platform = "macosx_10_13_x86_64";
              hash = "sha256-ScQAbN9BwV/8x08Q2aZIW+hBEGzU1ap+p78Qdcw3+4M=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-T6hi0kt/s5InmpW8mswfDt6KJd6e++0D+zBc6sL2q7A=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # billiard: nixpkgs has 4.2.2 and >=4.3.2 is required by celery, which comes from the lock
      billiard = final.buildPythonPackage {
        pname = "billiard";
        version = "4.3.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "billiard";
          version = "4.3.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-N3Nae0EXqvpzUys7ST20wC+4XA5p1fNEfxE/0w/yeHI=";
        };
      };

      # brotli: nixpkgs has 1.1.0 and >=1.2.0 is required by scrapy, which comes from the lock
      brotli = final.buildPythonPackage {
        pname = "brotli";
        version = "1.2.1";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "brotli";
            version = "1.2.1";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64";
              hash = "sha256-Jk/VsgD29hcMtVGkufyqv4qoRt2u/nLbTV9J+dN0Pfk=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64";
              hash = "sha256-tbRYlQMSgwkT+Dfhec6SIQAKt6ILTkLXtIwfzXkUDeE=";
            };

            i686-linux = {
              platform = "manylinux1_i686.manylinux2014_i686.manylinux_2_17_i686.manylinux_2_5_i686";
              hash = "sha256-fsZ4xSw+9eN0gqCU0QnATPnkoOKSPdHg+920vxM6l24=";
            };

            powerpc64le-linux = {
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le";
              hash = "sha256-83zNFZ2uNdSRRlHVcULIB3qmerfj/+9pCwC8t6fb2OY=";
            };

            x86_64-darwin = {
              platform = "macosx_10_13_x86_64";
              hash = "sha256-xTAnR/lp1eySWBAXb3aXcSo/ouoPrgx6hapK2TJSR/0=";
            };

            aarch64-darwin = {
              platform = "macosx_10_13_universal2";
              hash = "sha256-qE4K4U0e/ngqnxQwIcTgHV7ZhqFA/lBwUFzFl46vBZI=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # celery: nixpkgs' 5.5.3 would fit, but kombu, which it is built against, and packaging, which kombu needs for its extra redis, come from the lock: nixpkgs has 25.0 and ==26.3 is required
      celery = final.buildPythonPackage {
        pname = "celery";
        version = "5.7.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "celery";
          version = "5.7.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # click: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from the lock
      click = final.buildPythonPackage {
        pname = "click";
        version = "8.5.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "click";
          version = "8.5.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-i7U3bSAGlQOG+MZCdhMzSirK3F9VnLgOY40AtN+Vfjc=";
        };
      };

      # click-didyoumean: nixpkgs' 0.3.1 would fit, but click, which it is built against, comes from the lock: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from the lock
      click-didyoumean = final.buildPythonPackage {
        pname = "click-didyoumean";
        version = "0.3.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "click_didyoumean";
          version = "0.3.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-XEu2AHz+pfL9ZYOi+2cBoipB65iVfmPQ+sQcEOfDEXw=";
        };

        dependencies = [ final.click ];
      };

      # click-plugins: nixpkgs' 1.1.1.2 would fit, but click, which it is built against, comes from the lock: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from the lock
      click-plugins = final.buildPythonPackage {
        pname = "click-plugins";
        version = "1.1.1.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "click_plugins";
          version = "1.1.1.2";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-AI1ldDgz/8H1QXvw546NLCOqsE2XRbqBe9PnGw/raqY=";
        };

        dependencies = [ final.click ];
      };

      # click-repl: nixpkgs has 0.3.0 and >=0.4.1 is required by celery, which comes from the lock
      click-repl = final.buildPythonPackage {
        pname = "click-repl";
        version = "0.4.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "click_repl";
          version = "0.4.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-XLEIgdTF66qGlezraZEa8wYu54NCgStxNWSxeq0zPrU=";
        };

        dependencies = [
          final.click
          final.prompt-toolkit
          final.typing-extensions
        ];
      };

      # defusedxml: nixpkgs has 0.8.0rc2, a pre-release, and >=0.7.1 is required by scrapy, which comes from the lock
      defusedxml = final.buildPythonPackage {
        pname = "defusedxml";
        version = "0.7.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "defusedxml";
          version = "0.7.1";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-o1Ln5Ch3AobMiZ4lQrbNrtsrSVP/JpohAQPsWPYZimE=";
        };
      };

      # detect-installer: nixpkgs has no such package
      detect-installer = final.buildPythonPackage {
        pname = "detect-installer";
        version = "0.2.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "detect_installer";
          version = "0.2.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-h+LOfQXLEIsXj45Fu4DT2IwMtLOXmDNFwYrWVi4C5iA=";
        };
      };

      # distlib: nixpkgs has 0.4.0 and >=0.4.3,<1 is required by virtualenv, which comes from the lock
      distlib = final.buildPythonPackage {
        pname = "distlib";
        version = "0.4.4";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "distlib";
          version = "0.4.4";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-zwnVWx6FqJV2sDautxVQv9aDIPPyF2HKMp6tra2Rhjg=";
        };
      };

      # django: nixpkgs has 4.2.24 and >=5 is required
      django = final.buildPythonPackage {
        pname = "django";
        version = "6.1.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "django";
          version = "6.1.3";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-oFMOP9rFXTTMxYk8NvbFfXpwgwZPPUFFN+UUc2SLMpA=";
        };

        dependencies = [
          final.asgiref
          final.sqlparse
        ];
      };

      # djangorestframework: nixpkgs' 3.16.0 would fit, but django, which it is built against, comes from the lock: nixpkgs has 4.2.24 and >=5 is required
      djangorestframework = final.buildPythonPackage {
        pname = "djangorestframework";
        version = "3.18.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "djangorestframework";
          version = "3.18.3";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-hUS7Z0hGcxsePJswkjbuHcQSkFoKpyW+LsGTypUKfRI=";
        };

        dependencies = [ final.django ];
      };

      # email-validator: nixpkgs' 2.2.0 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      email-validator = final.buildPythonPackage {
        pname = "email-validator";
        version = "2.4.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "email_validator";
          version = "2.4.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-RFTkHE4ca2yu40odxx1ec2eRVivo/RebAuKY95ZSJoQ=";
        };

        dependencies = [
          final.dnspython
          final.idna
        ];
      };

      # fastapi: nixpkgs' 0.116.1 would fit, but fastapi-cli, which it needs for its extra standard, comes from the lock: nixpkgs has 0.0.8 and >=0.0.32 is required
      fastapi = final.buildPythonPackage {
        pname = "fastapi";
        version = "0.165.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "fastapi";
          version = "0.165.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # fastapi-cli: nixpkgs has 0.0.8 and >=0.0.32 is required
      fastapi-cli = final.buildPythonPackage {
        pname = "fastapi-cli";
        version = "0.0.34";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "fastapi_cli";
          version = "0.0.34";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi {
          pname = "fastapi_cloud_cli";
          version = "0.28.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi (
          {
            pname = "fastar";
            version = "0.12.0";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux_2_17_x86_64.manylinux2014_x86_64";
              hash = "sha256-4r+taWeREeRWfUutQf15UHHJM1zZS8DybiS30Z6VybE=";
            };

            aarch64-linux = {
              platform = "manylinux_2_17_aarch64.manylinux2014_aarch64";
              hash = "sha256-E8LfjbG3pNeDQp/6ESXFP33ZU0uq5yGOtJJzeXaR4qg=";
            };

            i686-linux = {
              platform = "manylinux_2_12_i686.manylinux2010_i686";
              hash = "sha256-+Np1teyg07VA5Qq2t9/ksUjXrooLREqXgf0SGTkoWaA=";
            };

            armv7l-linux = {
              platform = "manylinux_2_17_armv7l.manylinux2014_armv7l";
              hash = "sha256-BC/UPE4MPzuj97igg2lNHEvXfWDOJmCQ1OuWy4qAIcI=";
            };

            riscv64-linux = {
              platform = "manylinux_2_31_riscv64";
              hash = "sha256-EVXh3Zxgz2Nraz017f4kI0j0coZyT6hLW0BVwD1/2/Y=";
            };

            powerpc64le-linux = {
              platform = "manylinux_2_17_ppc64le.manylinux2014_ppc64le";
              hash = "sha256-aVijMsVQUt2AkLA94jjKWRkNYl9LqcKSs06TisZBBeo=";
            };

            s390x-linux = {
              platform = "manylinux_2_17_s390x.manylinux2014_s390x";
              hash = "sha256-awXAxznEO5Io5X/FnraMOGYMYgMLzeo6AysmnfcfW7g=";
            };

            x86_64-darwin = {
              platform = "macosx_10_12_x86_64";
              hash = "sha256-ZUFlCQzcrH/xPUPuQBLDZvDyBh3fRmWLwK0kjIqjlgo=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-aF09RZQ7Q8MscchHBVKmFckOBspTLbG3pWM/AaoQjw0=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # filelock: nixpkgs has 3.18.0 and >=3.24.2,<5 is required by virtualenv, which comes from the lock
      filelock = final.buildPythonPackage {
        pname = "filelock";
        version = "4.2.11";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "filelock";
          version = "4.2.11";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-Ag4inku51BD8eZwH3fRfohfLqXAnj0CzB1HZTzCbaeI=";
        };
      };

      # google-api-core: nixpkgs' 2.25.1 would fit, but googleapis-common-protos, which it is built against, comes from the lock: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
      google-api-core = final.buildPythonPackage {
        pname = "google-api-core";
        version = "2.44.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "google_api_core";
          version = "2.44.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-jLmtivKN6bx1EhaG1ptpfOCTfiH60q2AyafonyKybh8=";
        };

        dependencies = [
          final.google-auth
          final.googleapis-common-protos
          final.opentelemetry-api
          final.proto-plus
          final.protobuf
          final.requests
        ];
      };

      # google-cloud-core: nixpkgs' 2.4.3 would fit, but google-api-core, which it is built against, and googleapis-common-protos, which google-api-core is built against, come from the lock: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
      google-cloud-core = final.buildPythonPackage {
        pname = "google-cloud-core";
        version = "2.8.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "google_cloud_core";
          version = "2.8.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-4jWwlS9//nuccaTPlrUG2c+1V+IlV8QS8N+bcGi10Ac=";
        };

        dependencies = [
          final.google-api-core
          final.google-auth
        ];
      };

      # google-cloud-storage: nixpkgs' 3.3.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      google-cloud-storage = final.buildPythonPackage {
        pname = "google-cloud-storage";
        version = "3.17.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "google_cloud_storage";
          version = "3.17.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # googleapis-common-protos: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
      googleapis-common-protos = final.buildPythonPackage {
        pname = "googleapis-common-protos";
        version = "1.76.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "googleapis_common_protos";
          version = "1.76.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-WeEzRKnzZRqiAaA+K+6BWjv0OkuvH5/4qbYqhAziX6w=";
        };

        dependencies = [ final.protobuf ];
      };

      # grpcio: nixpkgs' 1.75.0 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      grpcio = final.buildPythonPackage {
        pname = "grpcio";
        version = "1.85.1";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "grpcio";
            version = "1.85.1";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64";
              hash = "sha256-3lILFVWuRFzcT48cx8y6EqGZkr+vp8KS6+f+H+XabFM=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64";
              hash = "sha256-C95CZMpxqvO8VsWHOAxCaxyVnR2wqwo/YyvGZRX5cm8=";
            };

            i686-linux = {
              platform = "manylinux2014_i686.manylinux_2_17_i686";
              hash = "sha256-e5MTNcFjUQ+wVMMAB/41Vu8781Shw3tdpAPy5SxrvZU=";
            };

            armv7l-linux = {
              platform = "linux_armv7l";
              hash = "sha256-4RewdNcH1Bj/QR4K1vyG6X6DBHt0JIi0HXpbemKVPNM=";
            };

            x86_64-darwin = {
              platform = "macosx_11_0_universal2";
              hash = "sha256-a7S7tctGAQaH21Uv2IhSxAVZWBT7fUNbByEkvWuT+Cc=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_universal2";
              hash = "sha256-a7S7tctGAQaH21Uv2IhSxAVZWBT7fUNbByEkvWuT+Cc=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };

      # httpcore2: nixpkgs has no such package
      httpcore2 = final.buildPythonPackage {
        pname = "httpcore2";
        version = "2.16.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "httpcore2";
          version = "2.16.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-FgUa4qQvd2AHVD8y3pNJoxeyPSy7ThRWtLrA6IuHQZo=";
        };

        dependencies = [
          final.h11
          final.truststore
        ];
      };

      # httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
      httptools = final.buildPythonPackage {
        pname = "httptools";
        version = "0.9.0";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "httptools";
            version = "0.9.0";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux1_x86_64.manylinux_2_28_x86_64.manylinux_2_5_x86_64";
              hash = "sha256-CI3hc44a9iRGagHDXWUtvm+4Jb6IfHbWiqhQYh2B24g=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-axrH8bxsDb+QaEt3VxpRohskY5Cf2RbOCsm/xNVm3HU=";
            };

            riscv64-linux = {
              platform = "manylinux_2_31_riscv64.manylinux_2_39_riscv64";
              hash = "sha256-Uv4BdmgqJbFTcPI/Ww8TZqhHcd+JFE+wzZectyqUtco=";
            };

            powerpc64le-linux = {
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le";
              hash = "sha256-uUMPZdtSHbeWKtlRVx1EYXEhNob5bJmKVNwY7VdIIeI=";
            };

            x86_64-darwin = {
              platform = "macosx_11_0_x86_64";
              hash = "sha256-uc0Vy3zw1cxB9kn9eJquEsVsO4Pv9ZP44JXB1FVa1cM=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-T7mVCC/kHsQQszxItU+x1Eq7im7nYsMejEJRnow6MKk=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # httpx: nixpkgs' 0.28.1 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      httpx = final.buildPythonPackage {
        pname = "httpx";
        version = "0.28.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "httpx";
          version = "0.28.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi {
          pname = "httpx2";
          version = "2.16.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-8FwTqt5MRdvxyQYGR6EFjwrK1iOY+tludBJp7bM9RvU=";
        };

        dependencies = [
          final.anyio
          final.httpcore2
          final.idna
          final.truststore
        ];
      };

      # hyperlink: nixpkgs' 21.0.0 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      hyperlink = final.buildPythonPackage {
        pname = "hyperlink";
        version = "21.0.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "hyperlink";
          version = "21.0.0";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-5rFMN+y3PonHfXjNtMLMjz+1mohcWz+Bn/TtgPJa8bQ=";
        };

        dependencies = [ final.idna ];
      };

      # idna: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      idna = final.buildPythonPackage {
        pname = "idna";
        version = "3.20";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "idna";
          version = "3.20";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-q3rnEil0VTNw8L25GeGpYLLNG8HvAnZBbYltuBwUWCw=";
        };
      };

      # incremental: nixpkgs' 24.7.2 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required
      incremental = final.buildPythonPackage {
        pname = "incremental";
        version = "24.11.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "incremental";
          version = "24.11.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-o0RQcWscQ0H+ZnagWY6Io54EGJ9Nzl3Jb2VuBAuqELM=";
        };

        dependencies = [ final.packaging ];
      };

      # kombu: nixpkgs' 5.5.4 would fit, but packaging, which it needs for its extra redis, comes from the lock: nixpkgs has 25.0 and ==26.3 is required
      kombu = final.buildPythonPackage {
        pname = "kombu";
        version = "5.7.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "kombu";
          version = "5.7.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-3t5zv/TIkXW+OCxCA9LxZ89wF8OEOW7HXDahtWePFYc=";
        };

        dependencies = [
          final.amqp
          final.packaging
          final.redis
          final.vine
        ];
      };

      # moto: nixpkgs' 5.1.11 would fit, but py-partiql-parser, which it needs for its extra s3, comes from the lock: nixpkgs has 0.6.1 and ==0.6.3 is required
      moto = final.buildPythonPackage {
        pname = "moto";
        version = "5.2.5";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "moto";
          version = "5.2.5";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # msal: nixpkgs' 1.33.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      msal = final.buildPythonPackage {
        pname = "msal";
        version = "1.39.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "msal";
          version = "1.39.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-LSV3iGkGzXKThQ3/otopEZlmwhO/xuwM7Pi/diHhync=";
        };

        dependencies = [
          final.cryptography
          final.pyjwt
          final.requests
        ];
      };

      # msal-extensions: nixpkgs' 1.3.1 would fit, but msal, which it is built against, and requests, which msal is built against, and idna, which requests is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      msal-extensions = final.buildPythonPackage {
        pname = "msal-extensions";
        version = "1.3.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "msal_extensions";
          version = "1.3.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-ltPeTQNFBOlprF6FuugQbINztcZWjkyPp68uyp2+a8o=";
        };

        dependencies = [ final.msal ];
      };

      # opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-sdk, which comes from the lock
      opentelemetry-api = final.buildPythonPackage {
        pname = "opentelemetry-api";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_api";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-LL1zc3fnEO50DSYclOk/oPCObQN8GPF1E8wKLZRHmjQ=";
        };

        dependencies = [ final.typing-extensions ];
      };

      # opentelemetry-distro: nixpkgs has no such package
      opentelemetry-distro = final.buildPythonPackage {
        pname = "opentelemetry-distro";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_distro";
          version = "0.66b2";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi {
          pname = "opentelemetry_exporter_http_transport";
          version = "0.66b2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-/V9bSQwJms2hzXuQnV6JgUNr8YzIxgmNMC0RTCcXIOk=";
        };

        dependencies = [
          final.opentelemetry-api
          final.requests
        ];
      };

      # opentelemetry-exporter-otlp: nixpkgs' 1.34.0 would fit, but opentelemetry-exporter-otlp-proto-http, which it is built against, comes from the lock: nixpkgs has 1.34.0 and >=1.44.0 is required
      opentelemetry-exporter-otlp = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_exporter_otlp";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi {
          pname = "opentelemetry_exporter_otlp_common";
          version = "0.66b2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-rOhu+3VIn5JfHvgJhWrl8MfbU05K/cYkUwIiIosSNqU=";
        };

        dependencies = [ final.opentelemetry-sdk ];
      };

      # opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
      opentelemetry-exporter-otlp-proto-common = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-proto-common";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_exporter_otlp_proto_common";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-r0g7JCFwKIkvAXCWcxt5SxlreFAl0uaAiHRyD9CwWoA=";
        };

        dependencies = [ final.opentelemetry-proto ];
      };

      # opentelemetry-exporter-otlp-proto-grpc: nixpkgs' 1.34.0 would fit, but opentelemetry-sdk, which it is built against, comes from the lock: nixpkgs has 1.34.0 and >=1.44.0 is required
      opentelemetry-exporter-otlp-proto-grpc = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-proto-grpc";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_exporter_otlp_proto_grpc";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # opentelemetry-exporter-otlp-proto-http: nixpkgs has 1.34.0 and >=1.44.0 is required
      opentelemetry-exporter-otlp-proto-http = final.buildPythonPackage {
        pname = "opentelemetry-exporter-otlp-proto-http";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_exporter_otlp_proto_http";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi {
          pname = "opentelemetry_instrumentation";
          version = "0.66b2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-+pzP2rFHoUr4EH0Z7wp7UBVnUnPFrc7Xofw48otC7Ew=";
        };

        dependencies = [
          final.opentelemetry-api
          final.opentelemetry-semantic-conventions
          final.packaging
          final.wrapt
        ];
      };

      # opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from the lock
      opentelemetry-proto = final.buildPythonPackage {
        pname = "opentelemetry-proto";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_proto";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-A6fKG0P4n9W5ZdWXWQK7JRXAyG4kKLRWg26aYUnGI1o=";
        };

        dependencies = [ final.protobuf ];
      };

      # opentelemetry-sdk: nixpkgs has 1.34.0 and >=1.44.0 is required
      opentelemetry-sdk = final.buildPythonPackage {
        pname = "opentelemetry-sdk";
        version = "1.45.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_sdk";
          version = "1.45.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-/5dOpw7k8dUeLsFS2zfCtibHv4K7P32GEU/YcE5xmcY=";
        };

        dependencies = [
          final.opentelemetry-api
          final.opentelemetry-semantic-conventions
          final.typing-extensions
        ];
      };

      # opentelemetry-semantic-conventions: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-instrumentation, which comes from the lock
      opentelemetry-semantic-conventions = final.buildPythonPackage {
        pname = "opentelemetry-semantic-conventions";
        version = "0.66b2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "opentelemetry_semantic_conventions";
          version = "0.66b2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-TL5h5fknXVerMXCERueTjvQpHrvmp/ym96Ypxayuh9g=";
        };

        dependencies = [
          final.opentelemetry-api
          final.typing-extensions
        ];
      };

      # packaging: nixpkgs has 25.0 and ==26.3 is required
      packaging = final.buildPythonPackage {
        pname = "packaging";
        version = "26.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "packaging";
          version = "26.3";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-1xk/fI5Ok/RE/eAmK/kK8w4W+grQrUTLVTyHM5sjzRw=";
        };
      };

      # platformdirs: nixpkgs has 4.3.8 and >=4.4,<5 is required by virtualenv, which comes from the lock
      platformdirs = final.buildPythonPackage {
        pname = "platformdirs";
        version = "4.14.7";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "platformdirs";
          version = "4.14.7";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-ORUTt0cHxCM1//PqF+qsZXp+6f/K3YCWNNNOpZTQEiw=";
        };
      };

      # proto-plus: nixpkgs' 1.26.1 would fit, but protobuf, which it is built against, comes from the lock: nixpkgs has 6.32.1 and >=6.33.5,<8.0.0 is required by googleapis-common-protos, which comes from the lock
      proto-plus = final.buildPythonPackage {
        pname = "proto-plus";
        version = "1.29.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "proto_plus";
          version = "1.29.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-is0HBGmnqvQ/RAsCLvl1fIysGp+GbpM/Wa6YZp3cbIs=";
        };

        dependencies = [ final.protobuf ];
      };

      # protobuf: nixpkgs has 6.32.1 and >=6.33.5,<8.0.0 is required by googleapis-common-protos, which comes from the lock
      protobuf = final.buildPythonPackage {
        pname = "protobuf";
        version = "7.36.2";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "protobuf";
            version = "7.36.2";
            format = "wheel";
          }
          // forSystem {
            x86_64-linux = {
              dist = "cp310";
              python = "cp310";
              abi = "abi3";
              platform = "manylinux2014_x86_64";
              hash = "sha256-ifI6pTwkVTokFv1P0ewG90+kKxS1RtiIMSiBP3dbv9I=";
            };

            aarch64-linux = {
              dist = "cp310";
              python = "cp310";
              abi = "abi3";
              platform = "manylinux2014_aarch64";
              hash = "sha256-4R4fAYBYOir4nbai7Nno3ECqbSmIyhdb/Q5tEupy104=";
            };

            s390x-linux = {
              dist = "cp310";
              python = "cp310";
              abi = "abi3";
              platform = "manylinux2014_s390x";
              hash = "sha256-9P7hHsMw0jizSgXJtnX2k8IEFdHFvX1TIMwvinmOuc8=";
            };

            x86_64-darwin = {
              dist = "cp310";
              python = "cp310";
              abi = "abi3";
              platform = "macosx_10_9_universal2";
              hash = "sha256-y8cLF+4n4oiUx/7ouwS+Gr6tSek2vHDrYAUlMe7iB54=";
            };

            aarch64-darwin = {
              dist = "cp310";
              python = "cp310";
              abi = "abi3";
              platform = "macosx_10_9_universal2";
              hash = "sha256-y8cLF+4n4oiUx/7ouwS+Gr6tSek2vHDrYAUlMe7iB54=";
            };

            any = {
              dist = "py3";
              python = "py3";
              hash = "sha256-vbOjRdSNuVjmzh8Y5Qi+sMyYHWTyQIhCdUnIZs0Dnx4=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # py-partiql-parser: nixpkgs has 0.6.1 and ==0.6.3 is required
      py-partiql-parser = final.buildPythonPackage {
        pname = "py-partiql-parser";
        version = "0.6.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "py_partiql_parser";
          version = "0.6.3";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-3rB2nDNGF50vWQ3L3lVvcIzbkpBZ+2VLrXX0z24H9YI=";
        };
      };

      # pydantic: nixpkgs' 2.11.7 would fit, but typing-inspection, which it is built against, comes from the lock: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from the lock
      pydantic = final.buildPythonPackage {
        pname = "pydantic";
        version = "2.14.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "pydantic";
          version = "2.14.3";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # pydantic-core: nixpkgs' 2.33.2 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      pydantic-core = final.buildPythonPackage {
        pname = "pydantic-core";
        version = "2.50.4";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "pydantic_core";
            version = "2.50.4";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64";
              hash = "sha256-+yu1tVcIDaOYuGZAgRfZj+lzGhIzSv0M3/IhtFjNxdw=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64";
              hash = "sha256-qe6ZC/LPvYFXTF1Pn2ydSAoUtbQ9LE8soT9Mb0gIk5Q=";
            };

            i686-linux = {
              platform = "manylinux1_i686.manylinux_2_5_i686";
              hash = "sha256-Gv7+ROwEL7q/tEg+oljATPdf9P8yjXVPCbMh/aojKso=";
            };

            armv7l-linux = {
              platform = "manylinux2014_armv7l.manylinux_2_17_armv7l";
              hash = "sha256-qygivNzvtU0ejKKfXj7Dr+Fg+3lLs6OnOwnRHtJnEQQ=";
            };

            riscv64-linux = {
              platform = "manylinux_2_31_riscv64";
              hash = "sha256-kvj2PfcpBhuxRVjtdA56Ii9uKqbC5qW8+05wZnZWIEk=";
            };

            powerpc64le-linux = {
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le";
              hash = "sha256-AAHWkg46XZJ1jNpGDW3J+RinitbV0JLxyLU5Xmt3U1Y=";
            };

            s390x-linux = {
              platform = "manylinux2014_s390x.manylinux_2_17_s390x";
              hash = "sha256-rZLSVaFlzeX5iC/2lpnq9UleCh8y6XVmu7uA8R5GeB8=";
            };

            x86_64-darwin = {
              platform = "macosx_10_12_x86_64";
              hash = "sha256-D4eunbW6jY3kDcuTmCz43VROZVKoDTNFr1GUHMIUa4A=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-EjnarwY+YiE8ofNNlmY5AL11EMQqeG6EP9Mor3DkZEU=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };

      # pydantic-extra-types: nixpkgs' 2.10.5 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      pydantic-extra-types = final.buildPythonPackage {
        pname = "pydantic-extra-types";
        version = "2.11.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "pydantic_extra_types";
          version = "2.11.1";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-FyLqK92uViis4l8qpoW2mXjvUzEj5WOM+925meAQDsE=";
        };

        dependencies = [
          final.pydantic
          final.typing-extensions
        ];
      };

      # pydantic-settings: nixpkgs' 2.10.1 would fit, but typing-inspection, which it is built against, comes from the lock: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from the lock
      pydantic-settings = final.buildPythonPackage {
        pname = "pydantic-settings";
        version = "2.16.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "pydantic_settings";
          version = "2.16.3";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-0dsWotNABjI6G0LAZAiY2lit+61+wwuqqeKxiq/AiZk=";
        };

        dependencies = [
          final.pydantic
          final.python-dotenv
          final.typing-extensions
          final.typing-inspection
        ];
      };

      # pytest: nixpkgs' 8.4.1 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required
      pytest = final.buildPythonPackage {
        pname = "pytest";
        version = "9.2.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "pytest";
          version = "9.2.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-B6zc+I7BdPkH3AGvcL9S1JsBS7qwP67q3jHJaxjC5Yg=";
        };

        dependencies = [
          final.iniconfig
          final.packaging
          final.pluggy
          final.pygments
        ];
      };

      # pytest-django: nixpkgs' 4.11.1 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from the lock: nixpkgs has 25.0 and ==26.3 is required
      pytest-django = final.buildPythonPackage {
        pname = "pytest-django";
        version = "4.14.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "pytest_django";
          version = "4.14.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-xTOwjYnMZ1781TmO6icLNFR+NfmjYI4sl0jdiEKOoYc=";
        };

        dependencies = [ final.pytest ];
      };

      # pytest-xdist: nixpkgs' 3.8.0 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from the lock: nixpkgs has 25.0 and ==26.3 is required
      pytest-xdist = final.buildPythonPackage {
        pname = "pytest-xdist";
        version = "3.8.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "pytest_xdist";
          version = "3.8.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi {
          pname = "python_discovery";
          version = "1.9.5";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-ofro/KEeS8YeOEkcKq//KeQws8XictUa5S+4lbxMD6w=";
        };

        dependencies = [ final.filelock ];
      };

      # python-dotenv: nixpkgs has 1.1.1 and >=1.2.2 is required by pydantic-settings, which comes from the lock
      python-dotenv = final.buildPythonPackage {
        pname = "python-dotenv";
        version = "1.2.4";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "python_dotenv";
          version = "1.2.4";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-Qiaails/1U/6bz2EsYq+1QBkcXV2tOzwPcSlXYqgT9w=";
        };
      };

      # redis: nixpkgs has 6.2.0 and >=6.4.0,<9.0.0 is required
      redis = final.buildPythonPackage {
        pname = "redis";
        version = "8.1.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "redis";
          version = "8.1.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-pP4arD07PMeR1LPVkxxalWBF3JUe500ckT7jrE0u6fs=";
        };
      };

      # requests: nixpkgs' 2.32.5 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      requests = final.buildPythonPackage {
        pname = "requests";
        version = "2.34.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "requests";
          version = "2.34.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-Kg1gwXL4OsarMeRVSQbA87NYjTe1y5ObHAYfSQfieOA=";
        };

        dependencies = [
          final.certifi
          final.charset-normalizer
          final.idna
          final.urllib3
        ];
      };

      # requests-file: nixpkgs' 2.1.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      requests-file = final.buildPythonPackage {
        pname = "requests-file";
        version = "3.0.1";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "requests_file";
          version = "3.0.1";
          format = "wheel";
          dist = "py2.py3";
          python = "py2.py3";
          hash = "sha256-0PXrlDU5htmY+ArGPH8UajB3KL4FHU0c05Db21nBD6I=";
        };

        dependencies = [ final.requests ];
      };

      # responses: nixpkgs' 0.25.7 would fit, but requests, which it is built against, and idna, which requests is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      responses = final.buildPythonPackage {
        pname = "responses";
        version = "0.26.3";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "responses";
          version = "0.26.3";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-dEdPeZM0rE832TtkN+zDuxu1x3qNMXgKM4ZDvi3OCvg=";
        };

        dependencies = [
          final.pyyaml
          final.requests
          final.urllib3
        ];
      };

      # rich-toolkit: nixpkgs has 0.15.1 and >=0.20.6 is required by fastapi-cloud-cli, which comes from the lock
      rich-toolkit = final.buildPythonPackage {
        pname = "rich-toolkit";
        version = "0.20.6";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "rich_toolkit";
          version = "0.20.6";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

        src = pkgs.fetchPypi (
          {
            pname = "rignore";
            version = "0.8.1";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux_2_17_x86_64.manylinux2014_x86_64";
              hash = "sha256-LKkckaUxNYiZRed7KGIV7NQcjxCQOY25fKNFnFopDrY=";
            };

            aarch64-linux = {
              platform = "manylinux_2_17_aarch64.manylinux2014_aarch64";
              hash = "sha256-jFzjsQzktxarxTW8D91msLn6n1sZh7NtP17OfQ4qmoE=";
            };

            i686-linux = {
              platform = "manylinux_2_5_i686.manylinux1_i686";
              hash = "sha256-MBL8ebGZU/dqZ7LmuuX0VnQulvDtM9PGyTkLBYb8Lak=";
            };

            armv7l-linux = {
              platform = "manylinux_2_17_armv7l.manylinux2014_armv7l";
              hash = "sha256-wZn6LUqJjptobYRjcerTyOCNPin3ji7Kv0xYCCCo92Q=";
            };

            riscv64-linux = {
              platform = "manylinux_2_31_riscv64";
              hash = "sha256-Z+MMCIP5rvO8xF5dxpgLxB8WHabBsaRg8L2HBkwdZZQ=";
            };

            powerpc64le-linux = {
              platform = "manylinux_2_17_ppc64le.manylinux2014_ppc64le";
              hash = "sha256-9xNrf/KcN8jsjv+jxZ4ng5SCulQq+U/cJYGllAXpkDc=";
            };

            s390x-linux = {
              platform = "manylinux_2_17_s390x.manylinux2014_s390x";
              hash = "sha256-MrD80BSVzE9NELUwf58VgYydt1LPvXqeywCw8SmnDcI=";
            };

            x86_64-darwin = {
              platform = "macosx_10_12_x86_64";
              hash = "sha256-FrF7AtPm/zuIWDr0gJtk4Ux3z03hlXY/Bj5ed9cM0RI=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-WNcXIln9Rdi6APPgKvWvIRP1R/Sn/vq0LKtWeqfJmfw=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };

      # scrapy: nixpkgs' 2.13.3 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required
      scrapy = final.buildPythonPackage {
        pname = "scrapy";
        version = "2.19.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "scrapy";
          version = "2.19.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # sentry-sdk: nixpkgs' 2.39.0 would fit, but fastapi, which it needs for its extra fastapi, and fastapi-cli, which fastapi needs for its extra standard, come from the lock: nixpkgs has 0.0.8 and >=0.0.32 is required
      sentry-sdk = final.buildPythonPackage {
        pname = "sentry-sdk";
        version = "2.75.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "sentry_sdk";
          version = "2.75.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-mhDpfeLL1CrX5KbgKg1a8Z3pgR6wJEUHfUG6FMCOFww=";
        };

        dependencies = [
          final.certifi
          final.urllib3
        ];
      };

      # sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from the lock: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      sqlalchemy = final.buildPythonPackage {
        pname = "sqlalchemy";
        version = "2.1.9";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "sqlalchemy";
            version = "2.1.9";
            format = "wheel";
          }
          // forSystem {
            x86_64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64";
              hash = "sha256-FfsA8Ba3Lk6Jv/PNO3H5UBKIKqVJPGyMkqRtQHFPoNw=";
            };

            aarch64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-PAta53kFHpih0bYU+o9zyXP3zmWtbqJBG5FuME2gJlI=";
            };

            riscv64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux_2_31_riscv64.manylinux_2_39_riscv64";
              hash = "sha256-rX6rct5LO21bh761MuKOD6gnIGnLcdaOtDpjPFLadvI=";
            };

            aarch64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_11_0_arm64";
              hash = "sha256-IawI0gA5EiTK8w168athPsmtOh4KJsMaKZx2mNahAWA=";
            };

            any = {
              dist = "py3";
              python = "py3";
              hash = "sha256-RJ/tXCyqOyeMxXSZ0J2wAfs/KNx/GK/8SBQq7k3MDN8=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.typing-extensions ];
      };

      # starlette: nixpkgs has 0.47.2 and >=1.6.0 is required by fastapi, which comes from the lock
      starlette = final.buildPythonPackage {
        pname = "starlette";
        version = "1.10.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "starlette";
          version = "1.10.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-R4wKs7TO1ugnGYScEY+kBvAnijSZwaiYzRXNMb3DjOQ=";
        };

        dependencies = [ final.anyio ];
      };

      # tldextract: nixpkgs' 5.3.0 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      tldextract = final.buildPythonPackage {
        pname = "tldextract";
        version = "5.4.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "tldextract";
          version = "5.4.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-fwKu0wvTtq1XFxkuuFmjmyCq/HyvORfZz2ywCljvs08=";
        };

        dependencies = [
          final.filelock
          final.idna
          final.requests
          final.requests-file
        ];
      };

      # twisted: nixpkgs' 25.5.0 would fit, but incremental, which it is built against, and packaging, which incremental is built against, come from the lock: nixpkgs has 25.0 and ==26.3 is required
      twisted = final.buildPythonPackage {
        pname = "twisted";
        version = "26.10.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "twisted";
          version = "26.10.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # typer: nixpkgs has 0.17.4 and >=0.26.1 is required by fastapi-cli, which comes from the lock
      typer = final.buildPythonPackage {
        pname = "typer";
        version = "0.29.2";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "typer";
          version = "0.29.2";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-8wcx+Mp1g2i4NrNxSHLljjlc74/K/5GMhTsZae1SdOc=";
        };

        dependencies = [
          final.annotated-doc
          final.pydantic
          final.rich
          final.shellingham
        ];
      };

      # typing-extensions: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from the lock
      typing-extensions = final.buildPythonPackage {
        pname = "typing-extensions";
        version = "4.16.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "typing_extensions";
          version = "4.16.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-SByqSBN06BPBsXatoU6X8fZ6RTnOnP6z81DXjWNwwug=";
        };
      };

      # typing-inspection: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from the lock
      typing-inspection = final.buildPythonPackage {
        pname = "typing-inspection";
        version = "0.4.5";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "typing_inspection";
          version = "0.4.5";
          format = "wheel";
          dist = "py3";
          python = "py3";
          hash = "sha256-vCEFNUQrOeG/KAXgx6F9/WpKznYMhMf30WJF0jprHDk=";
        };

        dependencies = [ final.typing-extensions ];
      };

      # uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from the lock: nixpkgs has 0.6.4 and >=0.8.0 is required
      uvicorn = final.buildPythonPackage {
        pname = "uvicorn";
        version = "0.54.0";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "uvicorn";
          version = "0.54.0";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # virtualenv: nixpkgs' 20.33.1 would fit, but packaging, which it is built against, comes from the lock: nixpkgs has 25.0 and ==26.3 is required
      virtualenv = final.buildPythonPackage {
        pname = "virtualenv";
        version = "21.15.8";
        format = "wheel";

        src = pkgs.fetchPypi {
          pname = "virtualenv";
          version = "21.15.8";
          format = "wheel";
          dist = "py3";
          python = "py3";
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

      # watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, and idna, which anyio is built against, come from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      watchfiles = final.buildPythonPackage {
        pname = "watchfiles";
        version = "1.3.0";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "watchfiles";
            version = "1.3.0";
            format = "wheel";
            dist = "cp310";
            python = "cp310";
            abi = "abi3";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux_2_17_x86_64.manylinux2014_x86_64";
              hash = "sha256-tXaLSeQm/VtVCwEshm2zR83xXDmO+Y3FV7bmty+nTNE=";
            };

            aarch64-linux = {
              platform = "manylinux_2_17_aarch64.manylinux2014_aarch64";
              hash = "sha256-SvnEZNQQ6MRLWN3xy+x8OgLByyxsgN+cdGWbovvaCrU=";
            };

            i686-linux = {
              platform = "manylinux_2_17_i686.manylinux2014_i686";
              hash = "sha256-c5iTCit2udxnpOa4v8e68wlGiSqG9BejkgwHvdb+vDA=";
            };

            armv7l-linux = {
              platform = "manylinux_2_17_armv7l.manylinux2014_armv7l";
              hash = "sha256-65TkC5oNsZY2teP+0KmANFLsxzgd8Ts4UnKrt3nug8o=";
            };

            riscv64-linux = {
              platform = "manylinux_2_31_riscv64";
              hash = "sha256-02xy/NwI8UPYcxakxMOwZONA2ixzg9OYA5UHQO1BiTU=";
            };

            powerpc64le-linux = {
              platform = "manylinux_2_17_ppc64le.manylinux2014_ppc64le";
              hash = "sha256-AlsQjy1cwnmcuUH3k4DfPosiv7WJwhjoAXZ/541ZjJU=";
            };

            s390x-linux = {
              platform = "manylinux_2_17_s390x.manylinux2014_s390x";
              hash = "sha256-vp7zzUA9dWowSgoIoRIWPGPafscsjJ0IPJiBgpH/jyk=";
            };

            x86_64-darwin = {
              platform = "macosx_10_12_x86_64";
              hash = "sha256-AAuWiPyBMwN6iwdcjr+Y8yhE/4lk3aYehcHbVH2vxEE=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-u8EZjt/ckP2gYA+CWqlBUPQo38v4E4dG9VmY4OZg1kw=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
        dependencies = [ final.anyio ];
      };

      # yarl: nixpkgs' 1.21.1 would fit, but idna, which it is built against, comes from the lock: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from the lock
      yarl = final.buildPythonPackage {
        pname = "yarl";
        version = "1.25.1";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "yarl";
            version = "1.25.1";
            format = "wheel";
          }
          // forSystem {
            x86_64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_28_x86_64";
              hash = "sha256-voBVDZv+g9m2I5ijcIGpBDTm3y2XjsNFw9KCDea+3as=";
            };

            aarch64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64.manylinux_2_28_aarch64";
              hash = "sha256-FLeaMKk6POLogyYD/Qq3gK2igbC6URC1GaY08tfX0fw=";
            };

            armv7l-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_armv7l.manylinux_2_17_armv7l.manylinux_2_31_armv7l";
              hash = "sha256-S9Y0DSCuLHynGbh7Qm6AjpB0O2dtBdTCbE+1ynH0EYQ=";
            };

            riscv64-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux_2_31_riscv64.manylinux_2_39_riscv64";
              hash = "sha256-4HWVx9b02ycM7t41ahvRwHo08cJvlY0e0M17SODSu6M=";
            };

            powerpc64le-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_ppc64le.manylinux_2_17_ppc64le.manylinux_2_28_ppc64le";
              hash = "sha256-EmolM1cMVUcZykChKI/e4XALa8gucTGqafqFJS2S5lE=";
            };

            s390x-linux = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "manylinux2014_s390x.manylinux_2_17_s390x.manylinux_2_28_s390x";
              hash = "sha256-o/qtrH2BLdrCWP61e5hGtgwbQ3xPS5rUJZXG9v5DkN8=";
            };

            x86_64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_10_13_x86_64";
              hash = "sha256-ELL9lTMvDXFtXu48n7LOjq2hkILef+6D0y43mS/XXCY=";
            };

            aarch64-darwin = {
              dist = "cp313";
              python = "cp313";
              abi = "cp313";
              platform = "macosx_11_0_arm64";
              hash = "sha256-DxKv2k7qjImUp21N8YdcdlGU9fvoqdGXkp6jA8ruKew=";
            };

            any = {
              dist = "py3";
              python = "py3";
              hash = "sha256-aBx1iwSQ+elreOX6jo3G5kjpGFu26uvnMYPDPqDERfM=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;

        dependencies = [
          final.idna
          final.multidict
          final.propcache
        ];
      };

      # zope-interface: nixpkgs has 7.2 and >=8 is required by twisted, which comes from the lock
      zope-interface = final.buildPythonPackage {
        pname = "zope-interface";
        version = "8.7";
        format = "wheel";

        src = pkgs.fetchPypi (
          {
            pname = "zope_interface";
            version = "8.7";
            format = "wheel";
            dist = "cp313";
            python = "cp313";
            abi = "cp313";
          }
          // forSystem {
            x86_64-linux = {
              platform = "manylinux1_x86_64.manylinux2014_x86_64.manylinux_2_17_x86_64.manylinux_2_5_x86_64";
              hash = "sha256-0w7QbveOnhtBpQaDt9AXJ6PDYxQ8W9oJAX4z8Zgnr8I=";
            };

            aarch64-linux = {
              platform = "manylinux2014_aarch64.manylinux_2_17_aarch64";
              hash = "sha256-da4syjqC3DeDTNgncETuOlcbwvgYSVQWiadpl9xQgS4=";
            };

            i686-linux = {
              platform = "manylinux1_i686.manylinux2014_i686.manylinux_2_17_i686.manylinux_2_5_i686";
              hash = "sha256-lsnwQPdEm43Cz9WLIyDAcMGN2lyYv+wnxkINzupqD1s=";
            };

            x86_64-darwin = {
              platform = "macosx_10_9_x86_64";
              hash = "sha256-eNzWFf5DftmVN4R4wmbawQp2NcJHT+atM7rEOvhJih0=";
            };

            aarch64-darwin = {
              platform = "macosx_11_0_arm64";
              hash = "sha256-rjOy/yrP97Dr1CcsM5apfEPwbLKsg4IOFiAK1QGDvVA=";
            };
          }
        );

        nativeBuildInputs = lib.optionals stdenv.hostPlatform.isLinux [ pkgs.autoPatchelfHook ];
        buildInputs = lib.optionals stdenv.hostPlatform.isLinux wheelLibraries;
        dontStrip = true;
      };
    };

    self = python;
  };

  base = python.withPackages (ps: [
    ps.alembic
    ps.azure-identity
    ps.azure-storage-blob
    ps.boto3
    ps.celery
    ps.django
    ps.djangorestframework
    ps.fastapi
    ps.google-cloud-storage
    ps.hypothesis
    ps.moto
    ps.opentelemetry-distro
    ps.opentelemetry-exporter-otlp
    ps.prometheus-client
    ps.pytest
    ps.pytest-django
    ps.pytest-xdist
    ps.ruff
    ps.scrapy
    ps.sentry-sdk
    ps.structlog
    ps.virtualenv
  ]);
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
