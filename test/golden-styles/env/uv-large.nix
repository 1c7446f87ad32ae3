# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# Not in here, since only pip has it:
#   agent-detector: nixpkgs has no such package
#   aiohappyeyeballs: nixpkgs has 2.6.1 and ==2.7.1 is required by aiohttp, which comes from pip
#   aiohttp: nixpkgs has 3.12.15 and ==3.14.5 is required by scrapy, which comes from pip
#   aiosignal: nixpkgs' 1.4.0 would fit, but frozenlist, which it is built against, comes from pip: nixpkgs has 1.7.0 and ==1.8.0 is required by aiohttp, which comes from pip
#   alembic: nixpkgs' 1.16.4 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   altair: nixpkgs' 5.5.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   amqp: nixpkgs has 5.3.1 and ==5.4.2 is required by kombu, which comes from pip
#   annotated-doc: nixpkgs has no such package
#   annotated-types: nixpkgs has 0.7.0 and ==0.8.0 is required by pydantic, which comes from pip
#   anyio: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
#   asgiref: nixpkgs has 3.9.1 and ==3.13.0 is required by django, which comes from pip
#   ast-serialize: nixpkgs has no such package
#   attrs: nixpkgs has 25.3.0 and ==26.1.0 is required by twisted, which comes from pip
#   azure-core: nixpkgs' 1.35.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   azure-identity: nixpkgs' 1.23.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   azure-storage-blob: nixpkgs' 12.26.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   backports-zstd: nixpkgs has no such package
#   billiard: nixpkgs has 4.2.2 and ==4.3.2 is required by celery, which comes from pip
#   bokeh: nixpkgs has 3.7.3 and ==3.10.2 is required
#   boto3: nixpkgs has 1.40.18 and ==1.44.5 is required by moto, which comes from pip
#   botocore: nixpkgs has 1.40.18 and ==1.44.5 is required by moto, which comes from pip
#   brotli: nixpkgs has 1.1.0 and ==1.2.1 is required by scrapy, which comes from pip
#   celery: nixpkgs' 5.5.3 would fit, but click-repl, which it is built against, and typing-extensions, which click-repl is built against, come from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   certifi: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
#   cffi: nixpkgs has 1.17.1 and ==2.1.1 is required by cryptography, which comes from pip
#   charset-normalizer: nixpkgs has 3.4.3 and ==3.5.2 is required by requests, which comes from pip
#   click: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from pip
#   click-didyoumean: nixpkgs' 0.3.1 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from pip
#   click-plugins: nixpkgs' 1.1.1.2 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from pip
#   click-repl: nixpkgs' 0.3.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   cloudpickle: nixpkgs has 3.1.1 and ==3.1.2 is required by dask, which comes from pip
#   cryptography: nixpkgs has 45.0.4 and ==50.0.2 is required by great-expectations, which comes from pip
#   cssselect: nixpkgs has 1.3.0 and ==1.6.0 is required by scrapy, which comes from pip
#   dask: nixpkgs' 2025.7.0 would fit, but bokeh, which it needs for its extra complete, comes from pip: nixpkgs has 3.7.3 and ==3.10.2 is required
#   defusedxml: nixpkgs has 0.8.0rc2, a pre-release, and ==0.7.1 is required by scrapy, which comes from pip
#   detect-installer: nixpkgs has no such package
#   distlib: nixpkgs has 0.4.0 and ==0.4.4 is required by virtualenv, which comes from pip
#   distributed: nixpkgs' 2025.7.0 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   django: nixpkgs has 4.2.24 and >=5 is required
#   django-stubs: nixpkgs' 5.2.2 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
#   django-stubs-ext: nixpkgs' 5.2.5 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
#   djangorestframework: nixpkgs' 3.16.0 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
#   dnspython: nixpkgs has 2.7.0 and ==2.9.2 is required by email-validator, which comes from pip
#   email-validator: nixpkgs has 2.2.0 and ==2.4.0 is required by fastapi, which comes from pip
#   execnet: nixpkgs has 2.1.1 and ==2.1.2 is required by pytest-xdist, which comes from pip
#   fastapi: nixpkgs' 0.116.1 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   fastapi-cli: nixpkgs has 0.0.8 and ==0.0.34 is required by fastapi, which comes from pip
#   fastapi-cloud-cli: nixpkgs has no such package
#   fastar: nixpkgs has no such package
#   filelock: nixpkgs has 3.18.0 and ==4.2.11 is required by virtualenv, which comes from pip
#   frozenlist: nixpkgs has 1.7.0 and ==1.8.0 is required by aiohttp, which comes from pip
#   fsspec: nixpkgs has 2025.3.2 and ==2026.9.0 is required by dask, which comes from pip
#   google-api-core: nixpkgs' 2.25.1 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   google-auth: nixpkgs has 2.40.3 and ==2.62.2 is required by google-api-core, which comes from pip
#   google-cloud-bigquery: nixpkgs' 3.35.1 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   google-cloud-core: nixpkgs' 2.4.3 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   google-cloud-storage: nixpkgs' 3.3.0 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   google-crc32c: nixpkgs has 1.7.1 and ==1.9.0 is required by google-cloud-storage, which comes from pip
#   google-resumable-media: nixpkgs has 2.7.2 and ==2.11.0 is required by google-cloud-bigquery, which comes from pip
#   googleapis-common-protos: nixpkgs has 3.31.3 and ==1.76.0 is required by google-api-core, which comes from pip
#   great-expectations: nixpkgs' 1.5.7 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and ==2.5.5 is required
#   grpcio: nixpkgs' 1.75.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   grpcio-status: nixpkgs has 1.75.0 and ==1.85.1 is required by google-api-core, which comes from pip
#   httpcore: nixpkgs' 1.0.9 would fit, but certifi, which it is built against, comes from pip: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
#   httpcore2: nixpkgs has no such package
#   httptools: nixpkgs has 0.6.4 and ==0.9.0 is required by uvicorn, which comes from pip
#   httpx: nixpkgs' 0.28.1 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
#   httpx2: nixpkgs has no such package
#   hyperlink: nixpkgs' 21.0.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
#   idna: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
#   incremental: nixpkgs' 24.7.2 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   iniconfig: nixpkgs has 2.1.0 and ==2.3.1 is required by pytest, which comes from pip
#   itemadapter: nixpkgs has 0.12.0 and ==0.13.1 is required by scrapy, which comes from pip
#   itemloaders: nixpkgs has 1.3.2 and ==1.5.0 is required by scrapy, which comes from pip
#   jinja2: nixpkgs' 3.1.6 would fit, but markupsafe, which it is built against, comes from pip: nixpkgs has 3.0.2 and ==3.0.4 is required by mako, which comes from pip
#   jmespath: nixpkgs has 1.0.1 and ==1.1.0 is required by itemloaders, which comes from pip
#   jsonschema: nixpkgs has 4.25.0 and ==4.26.0 is required by great-expectations, which comes from pip
#   jsonschema-specifications: nixpkgs has 2025.4.1 and ==2025.9.1 is required by jsonschema, which comes from pip
#   kombu: nixpkgs' 5.5.4 would fit, but packaging, which it needs for its extra redis, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   librt: nixpkgs has no such package
#   lxml: nixpkgs has 6.0.1 and ==6.1.3 is required by scrapy, which comes from pip
#   lz4: nixpkgs has 4.4.4 and ==4.4.5 is required by dask, which comes from pip
#   mako: nixpkgs has 1.3.10 and ==1.4.3 is required by alembic, which comes from pip
#   markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from pip
#   markupsafe: nixpkgs has 3.0.2 and ==3.0.4 is required by mako, which comes from pip
#   marshmallow: nixpkgs has 3.26.1 and ==4.4.0 is required by great-expectations, which comes from pip
#   mistune: nixpkgs has 3.1.4 and ==3.4.0 is required by great-expectations, which comes from pip
#   moto: nixpkgs' 5.1.11 would fit, but pyyaml, which it needs for its extra s3, comes from pip: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from pip
#   msal: nixpkgs has 1.33.0 and ==1.39.0 is required by azure-identity, which comes from pip
#   msal-extensions: nixpkgs' 1.3.1 would fit, but msal, which it is built against, comes from pip: nixpkgs has 1.33.0 and ==1.39.0 is required by azure-identity, which comes from pip
#   msgpack: nixpkgs has 1.1.1 and ==1.2.4 is required by distributed, which comes from pip
#   multidict: nixpkgs has 6.6.4 and ==7.2.1 is required by yarl, which comes from pip
#   mypy: nixpkgs' 1.17.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   mypy-extensions: nixpkgs has 1.1.0 and ==1.2.0 is required by mypy, which comes from pip
#   narwhals: nixpkgs has 2.6.0 and ==2.29.0 is required by bokeh, which comes from pip
#   numpy: nixpkgs has 2.3.2 and ==2.5.5 is required
#   opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-distro: nixpkgs has no such package
#   opentelemetry-exporter-http-transport: nixpkgs has no such package
#   opentelemetry-exporter-otlp: nixpkgs' 1.34.0 would fit, but opentelemetry-exporter-otlp-proto-grpc, which it is built against, and opentelemetry-api, which opentelemetry-exporter-otlp-proto-grpc is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-exporter-otlp-common: nixpkgs has no such package
#   opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-grpc, which comes from pip
#   opentelemetry-exporter-otlp-proto-grpc: nixpkgs' 1.34.0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-exporter-otlp-proto-http: nixpkgs' 1.34.0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-instrumentation: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-grpc, which comes from pip
#   opentelemetry-sdk: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   opentelemetry-semantic-conventions: nixpkgs' 0.55b0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   packaging: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   pandas: nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and ==2.5.5 is required
#   parsel: nixpkgs has 1.10.0 and ==1.12.1 is required by scrapy, which comes from pip
#   partd: nixpkgs has 1.4.1 and ==1.4.2 is required by dask, which comes from pip
#   pathspec: nixpkgs has 0.12.1 and ==1.1.1 is required by mypy, which comes from pip
#   pillow: nixpkgs has 11.3.0 and ==13.0.0 is required by bokeh, which comes from pip
#   platformdirs: nixpkgs has 4.3.8 and ==4.14.7 is required by scrapy, which comes from pip
#   pluggy: nixpkgs has 1.6.0 and ==1.7.0 is required by pytest, which comes from pip
#   prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by click-repl, which comes from pip
#   propcache: nixpkgs has 0.3.2 and ==0.5.4 is required by yarl, which comes from pip
#   protego: nixpkgs has 0.5.0 and ==0.7.0 is required by scrapy, which comes from pip
#   proto-plus: nixpkgs has 1.26.1 and ==1.29.0 is required by google-api-core, which comes from pip
#   protobuf: nixpkgs has 6.32.1 and ==7.36.2 is required by google-api-core, which comes from pip
#   psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by distributed, which comes from pip
#   py-partiql-parser: nixpkgs has 0.6.1 and ==0.6.3 is required by moto, which comes from pip
#   pyarrow: nixpkgs has 20.0.0 and ==26.0.1 is required by dask, which comes from pip
#   pycparser: nixpkgs has 2.22 and ==3.12 is required by cffi, which comes from pip
#   pydantic: nixpkgs' 2.11.7 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   pydantic-core: nixpkgs' 2.33.2 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   pydantic-extra-types: nixpkgs' 2.10.5 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   pydantic-settings: nixpkgs' 2.10.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by pytest, which comes from pip
#   pyjwt: nixpkgs' 2.10.1 would fit, but cryptography, which it needs for its extra crypto, comes from pip: nixpkgs has 45.0.4 and ==50.0.2 is required by great-expectations, which comes from pip
#   pyopenssl: nixpkgs has 25.1.0 and ==26.4.0 is required by scrapy, which comes from pip
#   pyparsing: nixpkgs has 3.2.3 and ==3.3.3 is required by great-expectations, which comes from pip
#   pytest: nixpkgs' 8.4.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   pytest-django: nixpkgs' 4.11.1 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   pytest-xdist: nixpkgs' 3.8.0 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   python-discovery: nixpkgs has no such package
#   python-dotenv: nixpkgs has 1.1.1 and ==1.2.4 is required by pydantic-settings, which comes from pip
#   python-multipart: nixpkgs has 0.0.20 and ==0.0.34 is required by fastapi, which comes from pip
#   pyyaml: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from pip
#   queuelib: nixpkgs has 1.8.0 and ==1.10.0 is required by scrapy, which comes from pip
#   redis: nixpkgs has 6.2.0 and ==8.1.0 is required by kombu, which comes from pip
#   referencing: nixpkgs has 0.36.2 and ==0.37.0 is required by jsonschema, which comes from pip
#   requests: nixpkgs has 2.32.5 and ==2.34.2 is required by google-api-core, which comes from pip
#   requests-file: nixpkgs' 2.1.0 would fit, but requests, which it is built against, comes from pip: nixpkgs has 2.32.5 and ==2.34.2 is required by google-api-core, which comes from pip
#   responses: nixpkgs' 0.25.7 would fit, but pyyaml, which it is built against, comes from pip: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from pip
#   rich: nixpkgs has 14.1.0 and ==15.0.0 is required by rich-toolkit, which comes from pip
#   rich-toolkit: nixpkgs' 0.15.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   rignore: nixpkgs has no such package
#   rpds-py: nixpkgs has 0.25.0 and ==2026.9.1 is required by jsonschema, which comes from pip
#   ruamel-yaml: nixpkgs has 0.18.14 and ==0.19.1 is required by great-expectations, which comes from pip
#   s3transfer: nixpkgs has 0.13.1 and ==0.19.3 is required by boto3, which comes from pip
#   scipy: nixpkgs' 1.16.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and ==2.5.5 is required
#   scrapy: nixpkgs' 2.13.3 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   sentry-sdk: nixpkgs' 2.39.0 would fit, but fastapi, which it needs for its extra fastapi, and opentelemetry-api, which fastapi is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
#   service-identity: nixpkgs has 24.2.0 and ==26.1.0 is required by scrapy, which comes from pip
#   sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   sqlparse: nixpkgs has 0.5.3 and ==0.6.1 is required by django, which comes from pip
#   starlette: nixpkgs has 0.47.2 and ==1.10.0 is required by fastapi, which comes from pip
#   tblib: nixpkgs has 3.1.0 and ==3.2.2 is required by distributed, which comes from pip
#   tldextract: nixpkgs' 5.3.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
#   toolz: nixpkgs has 1.0.0 and ==1.2.0 is required by dask, which comes from pip
#   tornado: nixpkgs has 6.5.1 and ==6.6.1 is required by bokeh, which comes from pip
#   tqdm: nixpkgs has 4.67.1 and ==4.70.1 is required by great-expectations, which comes from pip
#   truststore: nixpkgs has 0.10.4 and ==0.10.5 is required by httpx2, which comes from pip
#   twisted: nixpkgs' 25.5.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   typer: nixpkgs has 0.17.4 and ==0.29.2 is required by fastapi-cloud-cli, which comes from pip
#   types-pyyaml: nixpkgs has 6.0.12.20250516 and ==6.0.12.20261113 is required by django-stubs, which comes from pip
#   typing-extensions: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   typing-inspection: nixpkgs' 0.4.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
#   tzlocal: nixpkgs has 5.3.1 and ==5.4.5 is required by great-expectations, which comes from pip
#   urllib3: nixpkgs has 2.5.0 and ==2.8.0 is required by sentry-sdk, which comes from pip
#   uvicorn: nixpkgs has 0.35.0 and ==0.54.0 is required by fastapi, which comes from pip
#   uvloop: nixpkgs has 0.21.0 and ==0.23.0 is required by uvicorn, which comes from pip
#   virtualenv: nixpkgs' 20.33.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
#   w3lib: nixpkgs has 2.3.1 and ==2.5.0 is required by scrapy, which comes from pip
#   watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
#   wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from pip
#   websockets: nixpkgs has 15.0.1 and ==17.4 is required by uvicorn, which comes from pip
#   werkzeug: nixpkgs has 3.1.3 and ==3.1.9 is required by moto, which comes from pip
#   wrapt: nixpkgs has 1.17.2 and ==2.5.2 is required by opentelemetry-instrumentation, which comes from pip
#   xmltodict: nixpkgs has 0.14.2 and ==1.0.4 is required by moto, which comes from pip
#   xyzservices: nixpkgs has 2025.4.0 and ==2026.9.1 is required by bokeh, which comes from pip
#   yarl: nixpkgs' 1.21.1 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
#   zope-interface: nixpkgs has 7.2 and ==8.7 is required by twisted, which comes from pip
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python313.withPackages (
    ps:
    [
      ps.automat
      ps.constantly
      ps.h11
      ps.hypothesis
      ps.isodate
      ps.locket
      ps.mdurl
      ps.prometheus-client
      ps.psycopg
      ps.psycopg-c
      ps.pyasn1-modules
      ps.pydispatcher
      ps.python-dateutil
      ps.ruff
      ps.shellingham
      ps.sortedcontainers
      ps.structlog
      ps.vine
      ps.zict
    ]
    ++ lib.optionals stdenv.hostPlatform.isFreeBSD [ ps.djangorestframework ]
  );
in
python.env.overrideAttrs (old: {
  nativeBuildInputs = old.nativeBuildInputs ++ [ pkgs.pre-commit ];

  # The programs' own packages stay out of PYTHONPATH.
  dontAddPythonPath = true;
})
