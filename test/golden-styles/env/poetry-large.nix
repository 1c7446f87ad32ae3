# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   agent-detector: nixpkgs has no such package
#   aiohttp: nixpkgs has 3.12.15 and >=3.13.3 is required by scrapy, which comes from pip
#   alembic: nixpkgs' 1.16.4 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   amqp: nixpkgs has 5.3.1 and >=5.4.2 is required by kombu, which comes from pip
#   annotated-doc: nixpkgs has no such package
#   anyio: nixpkgs' 4.10.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   azure-core: nixpkgs' 1.35.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   azure-identity: nixpkgs' 1.23.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   azure-storage-blob: nixpkgs' 12.26.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   backports-zstd: nixpkgs has no such package
#   billiard: nixpkgs has 4.2.2 and >=4.3.2 is required by celery, which comes from pip
#   brotli: nixpkgs has 1.1.0 and >=1.2.0 is required by scrapy, which comes from pip
#   celery: nixpkgs' 5.5.3 would fit, but kombu, which it is built against, and packaging, which kombu needs for its extra redis, come from pip: nixpkgs has 25.0 and ==26.3 is required
#   click: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from pip
#   click-didyoumean: nixpkgs' 0.3.1 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from pip
#   click-plugins: nixpkgs' 1.1.1.2 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from pip
#   click-repl: nixpkgs has 0.3.0 and >=0.4.1 is required by celery, which comes from pip
#   defusedxml: nixpkgs has 0.8.0rc2, a pre-release, and >=0.7.1 is required by scrapy, which comes from pip
#   detect-installer: nixpkgs has no such package
#   distlib: nixpkgs has 0.4.0 and >=0.4.3,<1 is required by virtualenv, which comes from pip
#   django: nixpkgs has 4.2.24 and >=5 is required
#   djangorestframework: nixpkgs' 3.16.0 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
#   email-validator: nixpkgs' 2.2.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   fastapi: nixpkgs' 0.116.1 would fit, but fastapi-cli, which it needs for its extra standard, comes from pip: nixpkgs has 0.0.8 and >=0.0.32 is required
#   fastapi-cli: nixpkgs has 0.0.8 and >=0.0.32 is required
#   fastapi-cloud-cli: nixpkgs has no such package
#   fastar: nixpkgs has no such package
#   filelock: nixpkgs has 3.18.0 and >=3.24.2,<5 is required by virtualenv, which comes from pip
#   google-api-core: nixpkgs' 2.25.1 would fit, but googleapis-common-protos, which it is built against, comes from pip: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   google-cloud-core: nixpkgs' 2.4.3 would fit, but google-api-core, which it is built against, and googleapis-common-protos, which google-api-core is built against, come from pip: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   google-cloud-storage: nixpkgs' 3.3.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   googleapis-common-protos: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   grpcio: nixpkgs' 1.75.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   httpcore2: nixpkgs has no such package
#   httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
#   httpx: nixpkgs' 0.28.1 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   httpx2: nixpkgs has no such package
#   hyperlink: nixpkgs' 21.0.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   idna: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   incremental: nixpkgs' 24.7.2 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
#   kombu: nixpkgs' 5.5.4 would fit, but packaging, which it needs for its extra redis, comes from pip: nixpkgs has 25.0 and ==26.3 is required
#   moto: nixpkgs' 5.1.11 would fit, but py-partiql-parser, which it needs for its extra s3, comes from pip: nixpkgs has 0.6.1 and ==0.6.3 is required
#   msal: nixpkgs' 1.33.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   msal-extensions: nixpkgs' 1.3.1 would fit, but msal, which it is built against, and requests, which msal is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-sdk, which comes from pip
#   opentelemetry-distro: nixpkgs has no such package
#   opentelemetry-exporter-http-transport: nixpkgs has no such package
#   opentelemetry-exporter-otlp: nixpkgs' 1.34.0 would fit, but opentelemetry-exporter-otlp-proto-http, which it is built against, comes from pip: nixpkgs has 1.34.0 and >=1.44.0 is required
#   opentelemetry-exporter-otlp-common: nixpkgs has no such package
#   opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   opentelemetry-exporter-otlp-proto-grpc: nixpkgs' 1.34.0 would fit, but opentelemetry-sdk, which it is built against, comes from pip: nixpkgs has 1.34.0 and >=1.44.0 is required
#   opentelemetry-exporter-otlp-proto-http: nixpkgs has 1.34.0 and >=1.44.0 is required
#   opentelemetry-instrumentation: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
#   opentelemetry-sdk: nixpkgs has 1.34.0 and >=1.44.0 is required
#   opentelemetry-semantic-conventions: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-instrumentation, which comes from pip
#   packaging: nixpkgs has 25.0 and ==26.3 is required
#   platformdirs: nixpkgs has 4.3.8 and >=4.4,<5 is required by virtualenv, which comes from pip
#   proto-plus: nixpkgs' 1.26.1 would fit, but protobuf, which it is built against, comes from pip: nixpkgs has 6.32.1 and >=6.33.5,<8.0.0 is required by googleapis-common-protos, which comes from pip
#   protobuf: nixpkgs has 6.32.1 and >=6.33.5,<8.0.0 is required by googleapis-common-protos, which comes from pip
#   py-partiql-parser: nixpkgs has 0.6.1 and ==0.6.3 is required
#   pydantic: nixpkgs' 2.11.7 would fit, but typing-inspection, which it is built against, comes from pip: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from pip
#   pydantic-core: nixpkgs' 2.33.2 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   pydantic-extra-types: nixpkgs' 2.10.5 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   pydantic-settings: nixpkgs' 2.10.1 would fit, but typing-inspection, which it is built against, comes from pip: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from pip
#   pytest: nixpkgs' 8.4.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
#   pytest-django: nixpkgs' 4.11.1 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required
#   pytest-xdist: nixpkgs' 3.8.0 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required
#   python-discovery: nixpkgs has no such package
#   python-dotenv: nixpkgs has 1.1.1 and >=1.2.2 is required by pydantic-settings, which comes from pip
#   redis: nixpkgs has 6.2.0 and >=6.4.0,<9.0.0 is required
#   requests: nixpkgs' 2.32.5 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   requests-file: nixpkgs' 2.1.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   responses: nixpkgs' 0.25.7 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   rich-toolkit: nixpkgs has 0.15.1 and >=0.20.6 is required by fastapi-cloud-cli, which comes from pip
#   rignore: nixpkgs has no such package
#   scrapy: nixpkgs' 2.13.3 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
#   sentry-sdk: nixpkgs' 2.39.0 would fit, but fastapi, which it needs for its extra fastapi, and fastapi-cli, which fastapi needs for its extra standard, come from pip: nixpkgs has 0.0.8 and >=0.0.32 is required
#   sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   starlette: nixpkgs has 0.47.2 and >=1.6.0 is required by fastapi, which comes from pip
#   tldextract: nixpkgs' 5.3.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   twisted: nixpkgs' 25.5.0 would fit, but incremental, which it is built against, and packaging, which incremental is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required
#   typer: nixpkgs has 0.17.4 and >=0.26.1 is required by fastapi-cli, which comes from pip
#   typing-extensions: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
#   typing-inspection: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from pip
#   uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from pip: nixpkgs has 0.6.4 and >=0.8.0 is required
#   virtualenv: nixpkgs' 20.33.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
#   watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, and idna, which anyio is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   yarl: nixpkgs' 1.21.1 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
#   zope-interface: nixpkgs has 7.2 and >=8 is required by twisted, which comes from pip
{
  pkgs ? import <nixpkgs> { },
}:

let
  python = pkgs.python313.withPackages (ps: [
    ps.aiohappyeyeballs
    ps.aiosignal
    ps.annotated-types
    ps.asgiref
    ps.attrs
    ps.automat
    ps.boto3
    ps.botocore
    ps.certifi
    ps.charset-normalizer
    ps.constantly
    ps.cryptography
    ps.cssselect
    ps.dnspython
    ps.execnet
    ps.frozenlist
    ps.google-auth
    ps.google-crc32c
    ps.google-resumable-media
    ps.h11
    ps.httpcore
    ps.hypothesis
    ps.iniconfig
    ps.isodate
    ps.itemadapter
    ps.itemloaders
    ps.jinja2
    ps.lxml
    ps.mako
    ps.multidict
    ps.parsel
    ps.pluggy
    ps.prometheus-client
    ps.prompt-toolkit
    ps.propcache
    ps.protego
    ps.pydispatcher
    ps.pygments
    ps.pyjwt
    ps.pyopenssl
    ps.python-dateutil
    ps.python-multipart
    ps.pyyaml
    ps.queuelib
    ps.rich
    ps.ruff
    ps.service-identity
    ps.shellingham
    ps.sqlparse
    ps.structlog
    ps.truststore
    ps.tzlocal
    ps.urllib3
    ps.uvloop
    ps.vine
    ps.w3lib
    ps.websockets
    ps.werkzeug
    ps.wrapt
    ps.xmltodict
  ]);
in
python.env.overrideAttrs (old: {
  nativeBuildInputs = old.nativeBuildInputs ++ [ pkgs.pre-commit ];

  # The programs' own packages stay out of PYTHONPATH.
  dontAddPythonPath = true;
})
