# What a package of a Python set depends on, and its extras: attribute -> attributes. Whatever is not here depends on nothing.
# From the metadata of the releases that the index names, less what platform and interpreter rule out. Hand-kept, and only as long
# as the tests need.
{ lib, pythonVersion }:

let
  older = lib.versionOlder pythonVersion;
in
lib.mapAttrs
  (
    _: row:
    {
      dependencies = [ ];
      optional-dependencies = { };
    }
    // row
  )
  {
    amqp = {
      dependencies = [ "vine" ];
    };
    anyio = {
      dependencies = [
        "idna"
        "sniffio"
      ]
      ++ lib.optionals (older "3.13") [ "typing-extensions" ];
    };
    beautifulsoup4 = {
      dependencies = [
        "soupsieve"
        "typing-extensions"
      ];
    };
    black = {
      dependencies = [
        "click"
        "mypy-extensions"
        "packaging"
        "pathspec"
        "platformdirs"
      ]
      ++ lib.optionals (older "3.11") [ "tomli" ];
      optional-dependencies = {
        d = [ "aiohttp" ];
        jupyter = [
          "ipython"
          "tokenize-rt"
        ];
        uvloop = [ "uvloop" ];
        colorama = [ "colorama" ];
      };
    };
    boto3 = {
      dependencies = [
        "botocore"
        "jmespath"
        "s3transfer"
      ];
    };
    botocore = {
      dependencies = [
        "jmespath"
        "python-dateutil"
        "urllib3"
      ];
    };
    celery = {
      dependencies = [
        "billiard"
        "click"
        "click-didyoumean"
        "click-plugins"
        "click-repl"
        "kombu"
        "python-dateutil"
        "vine"
      ];
      optional-dependencies = {
        auth = [ "cryptography" ];
        redis = [ "redis" ];
        sqlalchemy = [ "sqlalchemy" ];
        yaml = [ "pyyaml" ];
      };
    };
    cffi = {
      dependencies = [ "pycparser" ];
    };
    click-aliases = {
      dependencies = [ "click" ];
    };
    click-didyoumean = {
      dependencies = [ "click" ];
    };
    click-plugins = {
      dependencies = [ "click" ];
    };
    click-repl = {
      dependencies = [
        "click"
        "prompt-toolkit"
      ];
    };
    contourpy = {
      dependencies = [ "numpy" ];
    };
    cryptography = {
      dependencies = [ "cffi" ];
    };
    dateparser = {
      dependencies = [
        "python-dateutil"
        "pytz"
        "regex"
        "tzlocal"
      ];
    };
    django = {
      dependencies = [
        "asgiref"
        "sqlparse"
      ];
      optional-dependencies = {
        argon2 = [ "argon2-cffi" ];
        bcrypt = [ "bcrypt" ];
      };
    };
    email-validator = {
      dependencies = [
        "dnspython"
        "idna"
      ];
    };
    fastapi = {
      dependencies = [
        "pydantic"
        "starlette"
        "typing-extensions"
      ];
      optional-dependencies = {
        standard = [
          "email-validator"
          "httpx"
          "jinja2"
          "python-multipart"
          "uvicorn"
        ];
      };
    };
    feedparser = {
      dependencies = [ "sgmllib3k" ];
    };
    flask = {
      dependencies = [
        "blinker"
        "click"
        "itsdangerous"
        "jinja2"
        "markupsafe"
        "werkzeug"
      ];
      optional-dependencies = {
        async = [ "asgiref" ];
        dotenv = [ "python-dotenv" ];
      };
    };
    flask-login = {
      dependencies = [
        "flask"
        "werkzeug"
      ];
      # nixpkgs takes a commit. The registry has the release before it.
      requirement = "flask-login==0.6.3";
    };
    flask-sqlalchemy = {
      dependencies = [
        "flask"
        "sqlalchemy"
      ];
    };
    flask-wtf = {
      dependencies = [
        "flask"
        "itsdangerous"
        "wtforms"
      ];
      optional-dependencies = {
        email = [ "email-validator" ];
      };
    };
    gunicorn = {
      dependencies = [ "packaging" ];
      optional-dependencies = {
        gevent = [ "gevent" ];
        setproctitle = [ "setproctitle" ];
        tornado = [ "tornado" ];
      };
    };
    h2 = {
      dependencies = [
        "hpack"
        "hyperframe"
      ];
    };
    httpcore = {
      dependencies = [
        "certifi"
        "h11"
      ];
      optional-dependencies = {
        asyncio = [ "anyio" ];
        http2 = [ "h2" ];
        socks = [ "socksio" ];
      };
    };
    httpx = {
      dependencies = [
        "anyio"
        "certifi"
        "httpcore"
        "idna"
      ];
      optional-dependencies = {
        brotli = [ "brotli" ];
        cli = [
          "click"
          "pygments"
          "rich"
        ];
        http2 = [ "h2" ];
        socks = [ "socksio" ];
      };
    };
    hypothesis = {
      dependencies = [
        "attrs"
        "sortedcontainers"
      ];
    };
    jinja2 = {
      dependencies = [ "markupsafe" ];
      optional-dependencies = {
        i18n = [ "babel" ];
      };
    };
    kombu = {
      dependencies = [
        "amqp"
        "packaging"
        "tzdata"
        "vine"
      ];
    };
    markdown-it-py = {
      dependencies = [ "mdurl" ];
      optional-dependencies = {
        linkify = [ "linkify-it-py" ];
        plugins = [ "mdit-py-plugins" ];
      };
    };
    matplotlib = {
      dependencies = [
        "contourpy"
        "cycler"
        "fonttools"
        "kiwisolver"
        "numpy"
        "packaging"
        "pillow"
        "pyparsing"
        "python-dateutil"
      ];
    };
    mypy = {
      dependencies = [
        "mypy-extensions"
        "pathspec"
        "typing-extensions"
      ]
      ++ lib.optionals (older "3.11") [ "tomli" ];
      optional-dependencies = {
        dmypy = [ "psutil" ];
        reports = [ "lxml" ];
        faster-cache = [ "orjson" ];
      };
    };
    pandas = {
      dependencies = [
        "numpy"
        "python-dateutil"
        "pytz"
        "tzdata"
      ];
      optional-dependencies = {
        excel = [
          "openpyxl"
          "xlrd"
          "xlsxwriter"
        ];
        plot = [ "matplotlib" ];
        xml = [ "lxml" ];
      };
    };
    patsy = {
      dependencies = [ "numpy" ];
    };
    prompt-toolkit = {
      dependencies = [ "wcwidth" ];
    };
    pydantic = {
      dependencies = [
        "annotated-types"
        "pydantic-core"
        "typing-extensions"
        "typing-inspection"
      ];
      optional-dependencies = {
        email = [ "email-validator" ];
      };
    };
    pydantic-core = {
      dependencies = [ "typing-extensions" ];
    };
    pytest = {
      dependencies = [
        "iniconfig"
        "packaging"
        "pluggy"
        "pygments"
      ]
      ++ lib.optionals (older "3.11") [
        "exceptiongroup"
        "tomli"
      ];
    };
    pytest-cov = {
      dependencies = [
        "coverage"
        "pluggy"
        "pytest"
      ];
    };
    python-dateutil = {
      dependencies = [ "six" ];
    };
    python-dotenv = {
      optional-dependencies = {
        cli = [ "click" ];
      };
    };
    redis = {
      optional-dependencies = {
        hiredis = [ "hiredis" ];
        jwt = [ "pyjwt" ];
      };
    };
    requests = {
      dependencies = [
        "certifi"
        "charset-normalizer"
        "idna"
        "urllib3"
      ];
      optional-dependencies = {
        security = [ ];
        socks = [ "pysocks" ];
        use_chardet_on_py3 = [ "chardet" ];
      };
    };
    rich = {
      dependencies = [
        "markdown-it-py"
        "pygments"
      ];
    };
    s3transfer = {
      dependencies = [ "botocore" ];
    };
    scipy = {
      dependencies = [ "numpy" ];
    };
    seaborn = {
      dependencies = [
        "matplotlib"
        "numpy"
        "pandas"
      ];
    };
    sqlalchemy = {
      dependencies = [
        "greenlet"
        "typing-extensions"
      ];
      optional-dependencies = {
        asyncio = [ "greenlet" ];
        postgresql = [ "psycopg2" ];
        postgresql_asyncpg = [ "asyncpg" ];
        aiosqlite = [ "aiosqlite" ];
        pymysql = [ "pymysql" ];
      };
    };
    starlette = {
      dependencies = [ "anyio" ] ++ lib.optionals (older "3.13") [ "typing-extensions" ];
      optional-dependencies = {
        full = [
          "httpx"
          "itsdangerous"
          "jinja2"
          "python-multipart"
          "pyyaml"
        ];
      };
    };
    statsmodels = {
      dependencies = [
        "numpy"
        "packaging"
        "pandas"
        "patsy"
        "scipy"
      ];
    };
    typer = {
      dependencies = [
        "click"
        "rich"
        "shellingham"
        "typing-extensions"
      ];
    };
    typing-inspection = {
      dependencies = [ "typing-extensions" ];
    };
    urllib3 = {
      optional-dependencies = {
        brotli = [ "brotli" ];
        socks = [ "pysocks" ];
      };
    };
    uvicorn = {
      dependencies = [
        "click"
        "h11"
      ];
      optional-dependencies = {
        standard = [
          "httptools"
          "python-dotenv"
          "pyyaml"
          "uvloop"
          "watchfiles"
          "websockets"
        ];
      };
    };
    virtualenv = {
      dependencies = [
        "distlib"
        "filelock"
        "platformdirs"
      ];
    };
    watchfiles = {
      dependencies = [ "anyio" ];
    };
    werkzeug = {
      dependencies = [ "markupsafe" ];
      optional-dependencies = {
        watchdog = [ "watchdog" ];
      };
    };
    wtforms = {
      dependencies = [ "markupsafe" ];
      optional-dependencies = {
        email = [ "email-validator" ];
      };
    };
    # Part of the interpreter here.
    tkinter = {
      requirement = null;
    };
  }
