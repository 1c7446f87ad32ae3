# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   agent-detector: nixpkgs has no such package
#   annotated-doc: nixpkgs has no such package
#   annotated-types: nixpkgs has 0.7.0 and ==0.8.0 is required by pydantic, which comes from pip
#   anyio: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
#   ast-serialize: nixpkgs has no such package
#   certifi: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
#   charset-normalizer: nixpkgs has 3.4.3 and ==3.5.2 is required by requests, which comes from pip
#   click: nixpkgs has 8.1.8 and ==8.5.1 is required by rich-toolkit, which comes from pip
#   detect-installer: nixpkgs has no such package
#   dnspython: nixpkgs has 2.7.0 and ==2.9.2 is required by email-validator, which comes from pip
#   email-validator: nixpkgs has 2.2.0 and ==2.4.0 is required by fastapi, which comes from pip
#   fastapi: nixpkgs' 0.116.1 would fit, but fastar, which it needs for its extra standard, comes from pip: nixpkgs has no such package
#   fastapi-cli: nixpkgs' 0.0.8 would fit, but fastapi-cloud-cli, which it needs for its extra standard, comes from pip: nixpkgs has no such package
#   fastapi-cloud-cli: nixpkgs has no such package
#   fastar: nixpkgs has no such package
#   googleapis-common-protos: nixpkgs has 3.31.3 and ==1.76.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   httpcore: nixpkgs' 1.0.9 would fit, but certifi, which it is built against, comes from pip: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
#   httpcore2: nixpkgs has no such package
#   httptools: nixpkgs has 0.6.4 and ==0.9.0 is required by uvicorn, which comes from pip
#   httpx: nixpkgs' 0.28.1 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
#   httpx2: nixpkgs has no such package
#   idna: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
#   iniconfig: nixpkgs has 2.1.0 and ==2.3.1 is required by pytest, which comes from pip
#   ipython: nixpkgs' 9.5.0 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   ipython-pygments-lexers: nixpkgs' 1.1.1 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   jedi: nixpkgs has 0.19.2 and ==0.20.1 is required by ipython, which comes from pip
#   librt: nixpkgs has no such package
#   markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from pip
#   matplotlib-inline: nixpkgs has 0.1.7 and ==0.2.2 is required by ipython, which comes from pip
#   mypy: nixpkgs' 1.17.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from pip
#   mypy-extensions: nixpkgs has 1.1.0 and ==1.2.0 is required by mypy, which comes from pip
#   opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
#   opentelemetry-exporter-http-transport: nixpkgs has no such package
#   opentelemetry-exporter-otlp-common: nixpkgs has no such package
#   opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   opentelemetry-exporter-otlp-proto-http: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
#   opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   opentelemetry-sdk: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
#   opentelemetry-semantic-conventions: nixpkgs' 0.55b0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
#   packaging: nixpkgs has 25.0 and ==26.3 is required by pytest, which comes from pip
#   parcel-tracker: it is the project itself
#   parso: nixpkgs has 0.8.4 and ==0.8.7 is required by jedi, which comes from pip
#   pathspec: nixpkgs has 0.12.1 and ==1.1.1 is required by mypy, which comes from pip
#   pluggy: nixpkgs has 1.6.0 and ==1.7.0 is required by pytest, which comes from pip
#   prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by ipython, which comes from pip
#   protobuf: nixpkgs has 6.32.1 and ==7.36.2 is required by googleapis-common-protos, which comes from pip
#   psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by ipython, which comes from pip
#   pydantic: nixpkgs has 2.11.7 and ==2.14.3 is required by fastapi-cloud-cli, which comes from pip
#   pydantic-core: nixpkgs has 2.33.2 and ==2.50.4 is required by pydantic, which comes from pip
#   pydantic-extra-types: nixpkgs has 2.10.5 and ==2.11.1 is required by fastapi, which comes from pip
#   pydantic-settings: nixpkgs has 2.10.1 and ==2.16.3 is required by fastapi, which comes from pip
#   pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   pytest: nixpkgs' 8.4.1 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   pytest-asyncio: nixpkgs' 1.1.0 would fit, but pytest, which it is built against, and pygments, which pytest is built against, come from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
#   python-dotenv: nixpkgs has 1.1.1 and ==1.2.4 is required by uvicorn, which comes from pip
#   python-multipart: nixpkgs has 0.0.20 and ==0.0.34 is required by fastapi, which comes from pip
#   pyyaml: nixpkgs has 6.0.2 and ==6.0.3 is required by uvicorn, which comes from pip
#   requests: nixpkgs' 2.32.5 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
#   rich: nixpkgs has 14.1.0 and ==15.0.0 is required by rich-toolkit, which comes from pip
#   rich-toolkit: nixpkgs has 0.15.1 and ==0.20.6 is required by fastapi-cloud-cli, which comes from pip
#   rignore: nixpkgs has no such package
#   sentry-sdk: nixpkgs has 2.39.0 and ==2.75.0 is required by fastapi-cloud-cli, which comes from pip
#   sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from pip
#   starlette: nixpkgs has 0.47.2 and ==1.10.0 is required by fastapi, which comes from pip
#   traitlets: nixpkgs has 5.14.3 and ==5.16.1 is required by ipython, which comes from pip
#   truststore: nixpkgs has 0.10.4 and ==0.10.5 is required by httpx2, which comes from pip
#   typer: nixpkgs has 0.17.4 and ==0.29.2 is required by fastapi-cloud-cli, which comes from pip
#   typing-extensions: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from pip
#   typing-inspection: nixpkgs has 0.4.1 and ==0.4.5 is required by fastapi, which comes from pip
#   urllib3: nixpkgs has 2.5.0 and ==2.8.0 is required by sentry-sdk, which comes from pip
#   uvicorn: nixpkgs has 0.35.0 and ==0.54.0 is required by fastapi-cloud-cli, which comes from pip
#   uvloop: nixpkgs has 0.21.0 and ==0.23.0 is required by uvicorn, which comes from pip
#   watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
#   wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from pip
#   websockets: nixpkgs has 15.0.1 and ==17.4 is required by uvicorn, which comes from pip
{
  pkgs ? import <nixpkgs> { },
}:

(pkgs.python313.withPackages (ps: [
  ps.coverage
  ps.h11
  ps.jinja2
  ps.mdurl
  ps.pexpect
  ps.ruff
  ps.shellingham
  ps.stack-data
])).env
