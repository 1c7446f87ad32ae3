# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
#
# For Linux. The shell runs no command that nix-shell or nix develop is given; the program of `nix-build -A fhs shell.nix`
# does: result/bin/data-desk-fhs -c COMMAND
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python313;

  # From nixpkgs.
  base = python.withPackages (ps: [
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

  # From pip, in a virtual environment over the rest.
  requirements = pkgs.writeText "requirements.txt" (
    lib.concatLines [
      # agent-detector: nixpkgs has no such package
      "agent-detector==2.0.0 --hash=sha256:22c6a1c9c23894a12f55aea625f060b8d3330fba774de72d02d5442bb580417f --hash=sha256:19c8ae185dbdca23c24abdcd8ac2cf58b8e84dc284c6f6db536656601f9ffc3f"
      # aiohttp: nixpkgs has 3.12.15 and >=3.13.3 is required by scrapy, which comes from pip
      "aiohttp==3.14.5 --hash=sha256:c2c30484dd1417ef98b51021ffa2cc0d7f3c78918adaaaab7e70817335ab3e02 --hash=sha256:dab9ac5a67c8d1f070c00fa8fccb7cbd1b8dcc1a8d6b42f37540df9b3d4cc603 --hash=sha256:e1cc2bfaee8c214f06080a7c7d5772419b8a1108e8e5349236189811823fb02a --hash=sha256:74efb69332b85675b1eabd760a8cfc2e2cf42c60607c66f88014c1bdfb40942d --hash=sha256:42b5e616946dbaf505e2bff18c9af2cd4ef9e7ef300ee58a6e951a5b7cf147ae --hash=sha256:f9033b43f511f27547c557dcaba0177649e10a3725336ccd2cce0fdc1dc4850d --hash=sha256:15a310d3c71398e3d7bfc93a1a73fbe664315cd9e9016b8efc1cff85eeab7155 --hash=sha256:1ffa3a523a36d8628f98c06492ae16a31a23d14c0b4ec721757b477319f656d6 --hash=sha256:5fb6a6e919bfb703227bc1ce6579281b84b1a2ba57deb9794dfdbec7dcd1e40c --hash=sha256:efc21a454892828368b11c2c780de0ff8bc991f73f6b99c6b66e56205470929b --hash=sha256:5558a7f5a05af9ecf744af91e5baefc436f93c9333e656c27ec253f9a6bbe178"
      # alembic: nixpkgs' 1.16.4 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "alembic==1.20.1 --hash=sha256:9970712cfb81ea26c8658d378aaa5b8f6ff9146e5bb111d70497c164016cf598 --hash=sha256:83490def1f723413db5096591f7609ac52544805be93849170088ed04f5a2e0b"
      # amqp: nixpkgs has 5.3.1 and >=5.4.2 is required by kombu, which comes from pip
      "amqp==5.4.2 --hash=sha256:e6e756b15c89c86818b48a4947a424706238afbf67d457428d3269bc4590db9e --hash=sha256:9362660c4a31150cf18e78cae2ce8aa1e929fc6c6739e69f6dd5dbea9c3edc82"
      # annotated-doc: nixpkgs has no such package
      "annotated-doc==0.0.7 --hash=sha256:6bc31bbbec6dfaaedc1676dbc11dbda96fe22a2b5c400e9ebad113fec44a9dc6 --hash=sha256:0a30ef8f5322a4173720ae6712dc9a5e58f5a19868f3f167b4b5778db066c2b5"
      # anyio: nixpkgs' 4.10.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "anyio==4.16.0 --hash=sha256:c66ae634e0b8228396b801741beb3294326d4b6102f7bba4041c0dfb58c29026 --hash=sha256:59bb03251907983d1603d27c3087ddb1e93299ea2163adcdba37899a4fb12ffb"
      # azure-core: nixpkgs' 1.35.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "azure-core==1.41.0 --hash=sha256:522b4011e8180b1a3dcd2024396a4e7fe9ac37fb8597db47163d230b5efe892d --hash=sha256:f46ff5dfcd230f25cf1c19e8a34b8dc08a337b2503e268bb600a16c00db8ad5a"
      # azure-identity: nixpkgs' 1.23.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "azure-identity==1.27.0 --hash=sha256:92fd2a93c0d2f777dac6c04e5fd7d5734f6643582b983544ef66b4575844e46d --hash=sha256:6a4c50e25e8e9a47b324a95ad024897e56cb3c6241e0094e93b126a2bf71edc5"
      # azure-storage-blob: nixpkgs' 12.26.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "azure-storage-blob==12.31.1 --hash=sha256:9e012d5f4ab658b7cb8a4581329d7a7aa2bf5f39b4d63baeefaae7f9e90fe6f0 --hash=sha256:0d6e5b860a1357efc602db04cfa7c9950ac86126edcf7db89320cde281555fe5"
      # backports-zstd: nixpkgs has no such package
      "backports-zstd==1.8.0 --hash=sha256:49c4006cdf41c15ffcc74f10d9a6485be841106cd4d5aa7ea7bf1075cc37fb83 --hash=sha256:4fa862d24b7fb392279a95bc9acc1f0ede8a25de9efbed03fb305ceac2f6abb0 --hash=sha256:9af83a6d7dc67896fd91bcd4c2cd182ba97d7cca2b09a94373a5fef154001d98 --hash=sha256:1a808ba1371231c00a2b71f03840a727088e287d0ee1dfb3230958950f21f421 --hash=sha256:6cc15051c282ac2585a2425d22f416ae2deb5afb441b22831b349b02fd58a782 --hash=sha256:7a23d38d7b9ca93403acd3c2c306af6e547a24d150c25ac2d7a8acd751fbd968 --hash=sha256:44a9004f9e809ea56910d326d21946650369db59eb86edc0c76840f21530704c --hash=sha256:5ff307f3f0ef3b7f40ccfce42c0704fddc99cd30bca451330f42466db1981be9 --hash=sha256:9dae4f4c481716e3db473d667457b4f508ff7459c0931b567a5c9677fb3db316"
      # billiard: nixpkgs has 4.2.2 and >=4.3.2 is required by celery, which comes from pip
      "billiard==4.3.2 --hash=sha256:37735a7b4117aafa73532b3b493db4c02fb85c0e69d5f3447f113fd30ff27872 --hash=sha256:9eb83c99b1cf7acb1fed86c1dfd477157000a1a2c0108005c1e5837b55d2acba"
      # brotli: nixpkgs has 1.1.0 and >=1.2.0 is required by scrapy, which comes from pip
      "brotli==1.2.1 --hash=sha256:a84e0ae14d1efe782a9f143021c4e01d5ed986a140fe5070505cc5978eaf0592 --hash=sha256:c5302747f969d5ec925810176f7697712a3fa2ea0fae0c7a85aa4ad9325247fd --hash=sha256:7ec678c52c3ef5e37482a094d109c04cf9e4a0e2923dd1e0fbddb4bf133a976e --hash=sha256:b5b458950312830913f837e179ce9221000ab7a20b4e42d7b48c1fcd79140de1 --hash=sha256:f37ccd159dae35d4914651d57142c8077aa67ab7e3ffef690b00bcb7a7dbd8e6 --hash=sha256:264fd5b200f6f6170cb551a4b9fcaabf8aa846ddaefe72db4d5f49f9d3743df9 --hash=sha256:02b2f7b5a83485efe448a44ddf7983def05c3bb1dcf917d4f7154070260e13de"
      # celery: nixpkgs' 5.5.3 would fit, but kombu, which it is built against, and packaging, which kombu needs for its extra redis, come from pip: nixpkgs has 25.0 and ==26.3 is required
      "celery[redis]==5.7.0 --hash=sha256:18310a9c919f9029e4735367484d93e6a25cdfd30afdc474622cc263d9b35f6e --hash=sha256:6a5dfcf6662287204f009a02002b9e66c83d4105e47ebabdc7079108772fc6f0"
      # click: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from pip
      "click==8.5.1 --hash=sha256:8bb5376d2006950386f8c6427613334a2acadc5f559cb80e638d00b4df957e37 --hash=sha256:9bbfada76703fd1d784b83eea012e3e8c6a001a876543ef104fa56aaaeb072b4"
      # click-didyoumean: nixpkgs' 0.3.1 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from pip
      "click-didyoumean==0.3.1 --hash=sha256:5c4bb6007cfea5f2fd6583a2fb6701a22a41eb98957e63d0fac41c10e7c3117c --hash=sha256:4f82fdff0dbe64ef8ab2279bd6aa3f6a99c3b28c05aa09cbfc07c9d7fbb5a463"
      # click-plugins: nixpkgs' 1.1.1.2 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and >=8.3.1,<9.0 is required by celery, which comes from pip
      "click-plugins==1.1.1.2 --hash=sha256:008d65743833ffc1f5417bf0e78e8d2c23aab04d9745ba817bd3e71b0feb6aa6 --hash=sha256:d7af3984a99d243c131aa1a828331e7630f4a88a9741fd05c927b204bcf92261"
      # click-repl: nixpkgs has 0.3.0 and >=0.4.1 is required by celery, which comes from pip
      "click-repl==0.4.1 --hash=sha256:5cb10881d4c5ebaa8695eceb69911af3062ee78342812b713564b17aad333eb5 --hash=sha256:c32a1cf6f95e5bd6e92076f81ce24eafd33f2f0ffb0135887e335b8e446d1c0b"
      # defusedxml: nixpkgs has 0.8.0rc2, a pre-release, and >=0.7.1 is required by scrapy, which comes from pip
      "defusedxml==0.7.1 --hash=sha256:a352e7e428770286cc899e2542b6cdaedb2b4953ff269a210103ec58f6198a61 --hash=sha256:1bb3032db185915b62d7c6209c5a8792be6a32ab2fedacc84e01b52c51aa3e69"
      # detect-installer: nixpkgs has no such package
      "detect-installer==0.2.1 --hash=sha256:87e2ce7d05cb108b178f8e45bb80d3d88c0cb4b397983345c18ad6562e02e620 --hash=sha256:85f889d4d19c1caf5bef89ef389eb920cd8c6c2a868e1eeceec24527b93021e7"
      # distlib: nixpkgs has 0.4.0 and >=0.4.3,<1 is required by virtualenv, which comes from pip
      "distlib==0.4.4 --hash=sha256:cf09d55b1e85a89576b036aeb71550bfd68320f3f21761ca329eadadad918638 --hash=sha256:ca4175b4ac7f71223cc30ed7248c45d2b38c2439d8ee6e498ab67ed63cf3508d"
      # django: nixpkgs has 4.2.24 and >=5 is required
      "django==6.1.3 --hash=sha256:a0530e3fdac55d34ccc5893c36f6c57d7a7083064f3d414537e51473648b3290 --hash=sha256:b5d2d9e35295065d13b1927b3f19a59bd119f737aa6299def14ccca1ae3c8c0d"
      # djangorestframework: nixpkgs' 3.16.0 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
      "djangorestframework==3.18.3 --hash=sha256:8544bb674846731b1e3c9b309236ee1dc412905a0aa725be2ec193ca950a7d12 --hash=sha256:446a9b352e7eff630421ab3f2328bd2401b109a9470afa4a31189994911ed030"
      # email-validator: nixpkgs' 2.2.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "email-validator==2.4.0 --hash=sha256:4454e41c4e1c6b6caee34a1dc71d5e736791562be8fd179b02e298f796522684 --hash=sha256:be487bc50bc3bd832a98515a55a15649d9bec06d954fa178663190714b6c4ee1"
      # fastapi: nixpkgs' 0.116.1 would fit, but fastapi-cli, which it needs for its extra standard, comes from pip: nixpkgs has 0.0.8 and >=0.0.32 is required
      "fastapi[standard]==0.165.0 --hash=sha256:896f48462042bb4f162147eb8fac7e858753dc1f486765709baf105d70e4fc5b --hash=sha256:dd94d4128319c1e1d50535ab023ab698f850a4d2822f0e181747b46f4ff3c0ab"
      # fastapi-cli: nixpkgs has 0.0.8 and >=0.0.32 is required
      "fastapi-cli==0.0.34 --hash=sha256:4a1185b66308c7543e98957426a8ecd205d58853514cb9a68c78066f2e6e467b --hash=sha256:7eeb74cf83edd75d22a9289713db03d8a0be3ed7a8daa48a3703a12d4f2a4615"
      # fastapi-cloud-cli: nixpkgs has no such package
      "fastapi-cloud-cli==0.28.0 --hash=sha256:e1409bc42017a86f8092fdf1dd64ead129698936cfeb151a6c3e023f611fd620 --hash=sha256:7e70611d3f3f1f3bbd48cf5def95db927566f9668929cec96bc34dd632f09963"
      # fastar: nixpkgs has no such package
      "fastar==0.12.0 --hash=sha256:654165090cdcac7ff13d43ee4012c366f0f2061ddf46658bc0ad248c8aa3960a --hash=sha256:685d3d45943b43c32c71c8470552a615c90e06ca532db1b7a5633f01aa108f0d --hash=sha256:f8da75b5eca0d3b540e50ab6b7dfe4b148d7ae8a0b444a9781fd1219392859a0 --hash=sha256:13c2df8db1b7a4d783429ffa1125c53f7dd9534baae7218eb49273797691e2a8 --hash=sha256:042fd43c4e0c3f3ba3f7b8a083694d1c4bd77d60ce266090d4eb96cb8a8021c2 --hash=sha256:6958a332c55052dd8090b03de238ca59190d625f4ba9c292b34e938ac64105ea --hash=sha256:6b05c0c739c43b9228e57fc59eb68c38660c62030bcdea3a032b269df71f5bb8 --hash=sha256:e2bfad69679111e4567d4bad41fd795071c9335cd94bc0f26e24b7d19e95c9b1 --hash=sha256:1155e1dd9c60cf636b6b3d35edfe242348f47286724fa84b5b4055c03d7fdbf6 --hash=sha256:bba71522eae6a7627a5514ffdd4ac9645ef27d82e23931d79fd974bb49c3f2ad"
      # filelock: nixpkgs has 3.18.0 and >=3.24.2,<5 is required by virtualenv, which comes from pip
      "filelock==4.2.11 --hash=sha256:020e229e4bb9d410fc799c07ddf45fa217cba970278f40b30751d94f309b69e2 --hash=sha256:0cb84119fb8dce17898e1f69c974d5019daa59c4d7656be390a5fa59ccced912"
      # google-api-core: nixpkgs' 2.25.1 would fit, but googleapis-common-protos, which it is built against, comes from pip: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
      "google-api-core==2.44.0 --hash=sha256:8cb9ad8af28de9bc75121686d69b697ce0937e21fad2ad80c9a7e89f22b26e1f --hash=sha256:5ab9a396965c1227d7dea4581e562b7018aa2bca96d2de0be5eb70dc9c8ab3a1"
      # google-cloud-core: nixpkgs' 2.4.3 would fit, but google-api-core, which it is built against, and googleapis-common-protos, which google-api-core is built against, come from pip: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
      "google-cloud-core==2.8.0 --hash=sha256:e235b0952f7ffe7b9c71a4cf96b506d9cfb557e22557c412f0df9b7068b5d007 --hash=sha256:365f8e4518ae81c8101b8dea5fc1c32a960badedb8b511f19db2843cbbd285d2"
      # google-cloud-storage: nixpkgs' 3.3.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "google-cloud-storage==3.17.1 --hash=sha256:287c7919d7bcda710eae6f6b60c756e89140475d9a4daec01b6174e737488ca8 --hash=sha256:b24df37900f5e0a93518bd7d3a2a7b7b48d8a1e72add8eb57d53a38b8b2b0640"
      # googleapis-common-protos: nixpkgs has 3.31.3 and >=1.52,<2.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
      "googleapis-common-protos==1.76.0 --hash=sha256:59e13344a9f3651aa201a03e2bee815a3bf43a4baf1f9ff8a9b62a840ce25fac --hash=sha256:71db0e44a1d4c2dd024ebad44ca67129cc1e2892e4861df466764749d5ef8642"
      # grpcio: nixpkgs' 1.75.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "grpcio==1.85.1 --hash=sha256:e117b074d707d418ff411e0ad6fc86e97e83047b742488b41d7a5b7a62953cd3 --hash=sha256:6bb4bbb5cb46010687db552fd88852c405595814fb7d435b072124bd6b93f827 --hash=sha256:0bde4264ca71aaf3bc56c587380c426b1c959d1db0ab0a3f632bc66515f9726f --hash=sha256:7b931335c163510fb054c30007fe3556ef3bf354a1c37b5da403f2e52c6bbd95 --hash=sha256:de520b1555ae445cdc4f8f1cc7ccba12a19992bfafa7c292ebe7fe1fe5da6c53 --hash=sha256:5f530287d5de5f7f66089ead81de44f6787162944dab3922efa65dfdff108a1d"
      # httpcore2: nixpkgs has no such package
      "httpcore2==2.16.2 --hash=sha256:16051ae2a42f776007543f32de9349a317b23d2cbb4e1456b4bac0e88b87419a --hash=sha256:6c519d0f7b44f7269fa9bbb4d2763db395a4a2370f046d8e8e0a4b38227815d2"
      # httptools: nixpkgs has 0.6.4 and >=0.8.0 is required
      "httptools==0.9.0 --hash=sha256:4fb995082fe41ec410b33c48b54fb1d44abb8a6ee762c31e8c42519e8c3a30a9 --hash=sha256:b9cd15cb7cf0d5cc41f649fd789aae12c56c3b83eff593f8e095c1d4555ad5c3 --hash=sha256:088de1738e1af624466a01c35d652dbe6fb825be887c76d68aa850621d81db88 --hash=sha256:6b1ac7f1bc6c0dbf90684b77571a51a21b2463909fd916ce0ac9bfc4d566dc75 --hash=sha256:b9430f65db521db7962ad951571d446171213686f96c998a54dc18ed574821e2 --hash=sha256:52fe0176682a25b15370f23f5b0f1366a84771df89144fb0cd979cb72a94b5ca --hash=sha256:d484ebb7e3a3f3597b0f645fbd1b85633674ca808c1f5ba11c2caf7c66f5c8b6"
      # httpx: nixpkgs' 0.28.1 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "httpx==0.28.1 --hash=sha256:d909fcccc110f8c7faf814ca82a9a4d816bc5a6dbfea25d6591d6985b8ba59ad --hash=sha256:75e98c5f16b0f35b567856f597f06ff2270a374470a5c2392242528e3e3e42fc"
      # httpx2: nixpkgs has no such package
      "httpx2==2.16.2 --hash=sha256:f05c13aade4c45dbf1c9060647a1058f0acad62398fad96e741269edb33d46f5 --hash=sha256:748b615678f07d8e3b183efe81ad13b655ca88bfc56ce4589219b2d442860574"
      # hyperlink: nixpkgs' 21.0.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "hyperlink==21.0.0 --hash=sha256:e6b14c37ecb73e89c77d78cdb4c2cc8f3fb59a885c5b3f819ff4ed80f25af1b4 --hash=sha256:427af957daa58bc909471c6c40f74c5450fa123dd093fc53efd2e91d2705a56b"
      # idna: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "idna==3.20 --hash=sha256:ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c --hash=sha256:a7db850025b95ded1eae8a46181a1a6c56c92c96f0e2b005d9ff8dc0210cab44"
      # incremental: nixpkgs' 24.7.2 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
      "incremental==24.11.0 --hash=sha256:a34450716b1c4341fe6676a0598e88a39e04189f4dce5dc96f656e040baa10b3 --hash=sha256:87d3480dbb083c1d736222511a8cf380012a8176c2456d01ef483242abbbcf8c"
      # kombu: nixpkgs' 5.5.4 would fit, but packaging, which it needs for its extra redis, comes from pip: nixpkgs has 25.0 and ==26.3 is required
      "kombu==5.7.0 --hash=sha256:dede73bff4c89175be382c4203d2f167cf7017c384396ec75c36a1b5678f1587 --hash=sha256:31e62fdfd2381caa3422f8e02b84a491d9a2180ddda74507b57f4cb1e1c2c2c9"
      # moto: nixpkgs' 5.1.11 would fit, but py-partiql-parser, which it needs for its extra s3, comes from pip: nixpkgs has 0.6.1 and ==0.6.3 is required
      "moto[s3]==5.2.5 --hash=sha256:eef62cdcf3bfe73e0863743511ba042dfaba04ba3d5ecdcb896a196c693ad528 --hash=sha256:391857257d5dac144334013c2c10e599def5f0562f553e979160140bd7bd9cf6"
      # msal: nixpkgs' 1.33.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "msal==1.39.0 --hash=sha256:2d2577886906cd7293850dffa2da29119966c213bfc6ec0cecf8bf7621e1ca77 --hash=sha256:6ab7de335e6d7f5717e2c7e1dbf86e4dda2f6acf3c56773b78dc53ebc6395b5f"
      # msal-extensions: nixpkgs' 1.3.1 would fit, but msal, which it is built against, and requests, which msal is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "msal-extensions==1.3.1 --hash=sha256:96d3de4d034504e969ac5e85bae8106c8373b5c6568e4c8fa7af2eca9dbe6bca --hash=sha256:c5b0fd10f65ef62b5f1d62f4251d51cbcaf003fcedae8c91b040a488614be1a4"
      # opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-sdk, which comes from pip
      "opentelemetry-api==1.45.2 --hash=sha256:2cbd737377e710ee740d261c94e93fa0f08e6d037c18f17513cc0a2d94479a34 --hash=sha256:d7b0008e21e5fd61cbe7a7f34ca3b6905a78ab677d9bc395e299359c75cda6b4"
      # opentelemetry-distro: nixpkgs has no such package
      "opentelemetry-distro==0.66b2 --hash=sha256:a488231479bbc17f5c34d4ef740e9285fa8f8cd1114f73078cac9d8520eacfbd --hash=sha256:b12af671779fbd31abdfe8b8dd49a31f6c0ae5d4cfe503e7d5e8d84ba0658fed"
      # opentelemetry-exporter-http-transport: nixpkgs has no such package
      "opentelemetry-exporter-http-transport==0.66b2 --hash=sha256:fd5f5b490c099acda1cd7b909d5e8981436bf18cc8c6098d302d114c271720e9 --hash=sha256:66d6ed810a515432c8891da9a834464332fd70badeca45bdeeae81b4280c903b"
      # opentelemetry-exporter-otlp: nixpkgs' 1.34.0 would fit, but opentelemetry-exporter-otlp-proto-http, which it is built against, comes from pip: nixpkgs has 1.34.0 and >=1.44.0 is required
      "opentelemetry-exporter-otlp==1.45.2 --hash=sha256:52c8b9f268289c92c08b3a97f48c63d6e5c037f25ca1f6f29ef162fb78974afc --hash=sha256:879044ba65b8b1be7a0d9d904afb76700e96d2a4d36700918d9325c9ee3b8be4"
      # opentelemetry-exporter-otlp-common: nixpkgs has no such package
      "opentelemetry-exporter-otlp-common==0.66b2 --hash=sha256:ace86efb75489f925f1ef809856ae5f0c7db534e4afdc624530222228b1236a5 --hash=sha256:06f5a9b88638e310efa1f1d206cdf6b75393e112aba4e174a963416192bd1028"
      # opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
      "opentelemetry-exporter-otlp-proto-common==1.45.2 --hash=sha256:af483b24217028892f017096731b794b196b785025d2e6808874720fd0b05a80 --hash=sha256:f1f2806f3f28ce7938033823e50934fcd91595a39de38e69a28a51e19f40fc6d"
      # opentelemetry-exporter-otlp-proto-grpc: nixpkgs' 1.34.0 would fit, but opentelemetry-sdk, which it is built against, comes from pip: nixpkgs has 1.34.0 and >=1.44.0 is required
      "opentelemetry-exporter-otlp-proto-grpc==1.45.2 --hash=sha256:8a48d60835e90536846bd82de487bfbd81bccb5a1b3d0fb82edeea17db07395c --hash=sha256:9e4a6490ca7711479fec7c519425bc09808abbc9a2a1775528edecf200d19a5a"
      # opentelemetry-exporter-otlp-proto-http: nixpkgs has 1.34.0 and >=1.44.0 is required
      "opentelemetry-exporter-otlp-proto-http==1.45.2 --hash=sha256:6e4d025138829d0ee57946930c2ccad6491ad4d92a958e9c7eea69278fe60cfc --hash=sha256:5984a3fb46bc4628e4e2b85d4a6e72637e03962aae6cf372791137768a4ad939"
      # opentelemetry-instrumentation: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-distro, which comes from pip
      "opentelemetry-instrumentation==0.66b2 --hash=sha256:fa9ccfdab147a14af8107d19ef0a7b5015675273c5adced7a1fc38f28b42ec4c --hash=sha256:02b094150e53b76f5906d75e628dbb3833bbc6e62fa109b5c7ba0c081865e923"
      # opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
      "opentelemetry-proto==1.45.2 --hash=sha256:03a7ca1b43f89fd5b965d5975902bb2515c0c86e2428b456836e9a6149c6235a --hash=sha256:bd8d23cf770605b0af9b7be2071d26a464fea289d35429abfd2a66226114ad64"
      # opentelemetry-sdk: nixpkgs has 1.34.0 and >=1.44.0 is required
      "opentelemetry-sdk==1.45.2 --hash=sha256:ff974ea70ee4f1d51e2ec152db37c2b626c7bf82bb3f7d86114fd8704e7199c6 --hash=sha256:7eec4de13dd21ff3a1670dcb0e02079e692736f94d733dfdce5af461d884248d"
      # opentelemetry-semantic-conventions: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-instrumentation, which comes from pip
      "opentelemetry-semantic-conventions==0.66b2 --hash=sha256:4cbe61e5f9275d57ab31708446e7938ef4291ebbe6a7fca6f7a629c5acae87d8 --hash=sha256:7da5f1a5dc4383eb66711d4d3d3e71824d9403ac1559fea021cc103c1a4c4976"
      # packaging: nixpkgs has 25.0 and ==26.3 is required
      "packaging==26.3 --hash=sha256:d7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c --hash=sha256:94edc256424af38762eb31306eed28beb9f0efc50a8837492c9d6fd6004aed79"
      # platformdirs: nixpkgs has 4.3.8 and >=4.4,<5 is required by virtualenv, which comes from pip
      "platformdirs==4.14.7 --hash=sha256:391513b74707c42335fff3ea17eaac657a7ee9ffcadd809634d34ea594d0122c --hash=sha256:5472257c1cf97a14658af52997011c7e59e4aebf3a24950b973c11b579e1b074"
      # proto-plus: nixpkgs' 1.26.1 would fit, but protobuf, which it is built against, comes from pip: nixpkgs has 6.32.1 and >=6.33.5,<8.0.0 is required by googleapis-common-protos, which comes from pip
      "proto-plus==1.29.0 --hash=sha256:8acd070469a7aaf43f440b022ef9757c8cac1a9f866e933f59ae98669ddc6c8b --hash=sha256:cfb4e62ad7e13dd18f346cabbda00cab39930d36a05791fd81ddb074d6ee884f"
      # protobuf: nixpkgs has 6.32.1 and >=6.33.5,<8.0.0 is required by googleapis-common-protos, which comes from pip
      "protobuf==7.36.2 --hash=sha256:cbc70b17ee27e28894c7fee8bb04be1abead49e936bc70eb60052531eee2079e --hash=sha256:e11e1f0180583a2af89db6a2ecd9e8dc40aa6d2988ca175bfd0e6d12ea72d74e --hash=sha256:f4fee11ec330d238b34a05c9b675f693c20415d1c5bd7d5320cc2f8a798eb9cf --hash=sha256:89f23aa53c24553a2416fd4fd1ec06f74fa42b14b546d8883128813f775bbfd2 --hash=sha256:bdb3a345d48db958e6ce1f18e508beb0cc981d64f24088427549c866cd039f1e --hash=sha256:497d0463ff3316681da6c0b9e8d06cb465d61abce00b613ab42226175644d1bb"
      # py-partiql-parser: nixpkgs has 0.6.1 and ==0.6.3 is required
      "py-partiql-parser==0.6.3 --hash=sha256:deb0769c3346179d2f590dcbde556f708cdb929059fb654bad75f4cf6e07f582 --hash=sha256:09cecf916ce6e3da2c050f0cb6106166de42c33d34a078ec2eb19377ea70389a"
      # pydantic: nixpkgs' 2.11.7 would fit, but typing-inspection, which it is built against, comes from pip: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from pip
      "pydantic==2.14.3 --hash=sha256:3f7b347782ab7e4cf4c798496ae3a82787d9f21ec12676a9c564355eeef8daa8 --hash=sha256:1054f237f4d4733e5a30e1e2333bd33a2004ab9ab1510bd053a9a31bb48e232d"
      # pydantic-core: nixpkgs' 2.33.2 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "pydantic-core==2.50.4 --hash=sha256:0f87ae9db5ba8d8de40dcb93982cf8dd544e6552a80d3345af51941cc2146b80 --hash=sha256:1239daaf063e62213ca1f34d96663900bd7510c42a786e843fd328af70e46445 --hash=sha256:1afefe44ec042fbabfb4483ea258c04cf75ff4ff328d754f09b321fdaa232aca --hash=sha256:a9ee990bf2cfbd81574c5d4f9f6c9d480a14b5b43d2c4f2ca13f4c6f48089394 --hash=sha256:ab2822bcdcefb54d1e8ca29f5e3ec3afe160fb794bb3a3a73b09d11ed2671104 --hash=sha256:0001d6920e3a5d92758cda460d6dc9f918a78ad6d5d092f1c8b5395e6b775356 --hash=sha256:ad92d255a165cde5f9882ff69699eaf5495e0a1f32e97566bbbb80f11e46781f --hash=sha256:fb2bb5b557080da398b866408117d98fe9731a12334afd0cdff221b458cdc5dc --hash=sha256:92f8f63df729061bb14558ed740e7a222f6e2aa6c2e6a5bcfb4e706676562049 --hash=sha256:aead3b74b68396bf0feab5d57e050b730ded7df55853c1e048a87e00aaf033c6"
      # pydantic-extra-types: nixpkgs' 2.10.5 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "pydantic-extra-types==2.11.1 --hash=sha256:1722ea2bddae5628ace25f2aa685b69978ef533123e5638cfbddb999e0100ec1 --hash=sha256:46792d2307383859e923d8fcefa82108b1a141f8a9c0198982b3832ab5ef1049"
      # pydantic-settings: nixpkgs' 2.10.1 would fit, but typing-inspection, which it is built against, comes from pip: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from pip
      "pydantic-settings==2.16.3 --hash=sha256:d1db16a2d34006323a1b42c0640898da58adfbad7ec30baaa9e2b18aafc08999 --hash=sha256:10e36f616623ebb586c05ca3d3cd22927146869db413d4f14c20c514442a1337"
      # pytest: nixpkgs' 8.4.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
      "pytest==9.2.0 --hash=sha256:07acdcf88ec174f907dc01af70bf52d49b014bbab03faeeade31c96b18c2e588 --hash=sha256:97c4f3b1f3c7414aa36465e09b8220f1d03627993bd51b1282e193753c80557b"
      # pytest-django: nixpkgs' 4.11.1 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required
      "pytest-django==4.14.0 --hash=sha256:c533b08d89cc675efcd5398eea270b34547e35f9a3608e2c9748dd88428ea187 --hash=sha256:26787dd3f422cfbab8f55b80a776e2edea7a11092cb74e960bef1312515708ef"
      # pytest-xdist: nixpkgs' 3.8.0 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required
      "pytest-xdist==3.8.0 --hash=sha256:202ca578cfeb7370784a8c33d6d05bc6e13b4f25b5053c30a152269fd10f0b88 --hash=sha256:7e578125ec9bc6050861aa93f2d59f1d8d085595d6551c2c90b6f4fad8d3a9f1"
      # python-discovery: nixpkgs has no such package
      "python-discovery==1.9.5 --hash=sha256:a1fae8fca11e4bc61e38491c2aafff29e430b3c5e272d51ae52fb895bc4c0fac --hash=sha256:86279f5d2728bc067de28b7ddc571be2eacc2ae0e7048f8629d2481a0f8848a2"
      # python-dotenv: nixpkgs has 1.1.1 and >=1.2.2 is required by pydantic-settings, which comes from pip
      "python-dotenv==1.2.4 --hash=sha256:42269a8a5b3fd54ffa6f3d84b18abed50064717576b4ecf03dc4a55d8aa04fdc --hash=sha256:f0d53e69935a851c0dcc78f3ab7aaccd8cabef0b92382b576b824212902873c0"
      # redis: nixpkgs has 6.2.0 and >=6.4.0,<9.0.0 is required
      "redis==8.1.0 --hash=sha256:a4fe1aac3d3b3cc791d4b3d5931c5a956045dc951ee74d1c913ee3ac4d2ee9fb --hash=sha256:6e1a19beef9225c83efd689c7e6b7da2d5215b1f42cd13b7fc3714d0a09c7b25"
      # requests: nixpkgs' 2.32.5 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "requests==2.34.2 --hash=sha256:2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0 --hash=sha256:f288924cae4e29463698d6d60bc6a4da69c89185ad1e0bcc4104f584e960b9ed"
      # requests-file: nixpkgs' 2.1.0 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "requests-file==3.0.1 --hash=sha256:d0f5eb94353986d998f80ac63c7f146a307728be051d4d1cd390dbdb59c10fa2 --hash=sha256:f14243d7796c588f3521bd423c5dea2ee4cc730e54a3cac9574d78aca1272576"
      # responses: nixpkgs' 0.25.7 would fit, but requests, which it is built against, and idna, which requests is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "responses==0.26.3 --hash=sha256:74474f799334ac4f37d93b6437ecc3bb1bb5c77a8d31780a338643be2dce0af8 --hash=sha256:b0c11ca8131b8b227b8d5108e6ed39772222bd5aab030ed430e8f99057c4c409"
      # rich-toolkit: nixpkgs has 0.15.1 and >=0.20.6 is required by fastapi-cloud-cli, which comes from pip
      "rich-toolkit==0.20.6 --hash=sha256:465453ba6f94f99401f59f79fb562827ba5f6b4d4759015d40019f5c67750262 --hash=sha256:04768f19438df877c6279e6e668ab0d88b5fff5c7ef3ac302838d97f7b03472e"
      # rignore: nixpkgs has no such package
      "rignore==0.8.1 --hash=sha256:16b17b02d3e6ff3b88583af4809b64e14c77cf4de195763f063e5e77d70cd112 --hash=sha256:58d7172259fd45d8ba00f3e02af5af2113f547f4a7fefab42cab567aa7c999fc --hash=sha256:8c5ce3b10ce4b716abc535bc0fdd66b0b9fa9f5b1987b36d3f5ece7d0e2a9a81 --hash=sha256:c199fa2d4a898e9b686d846371ead3c8e08d3e29f78e2ecabf4c580820a8f764 --hash=sha256:f7136b7ff29c37c8ec8effa3c59e27839482ba542af94fdc2581a59405e99037 --hash=sha256:32b0fcd01495cc4f4d10b5307f9f15818c9db752cfbd7a9ecb00b0f129a70dc2 --hash=sha256:2ca91c91a53135889945e77b286215ecd41c8f1090398db97ca3459c5a290eb6 --hash=sha256:67e30c0883f9aef3bcc45e5dc6980bc41f161da6c1b1a460f0bd87064c1d6594 --hash=sha256:3012fc79b19953f76a67b2e6bae5f456742e96f0ed33d3c6c9390b0586fc2da9 --hash=sha256:2b6cf58501e9ff1b6a71c3fd66c8a105311e1f23237626fd4c9c00606bb3d30f"
      # scrapy: nixpkgs' 2.13.3 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
      "scrapy==2.19.0 --hash=sha256:44c1ad4b008f1976e946c75b2adce0e448cbfe470c584b1b59469abf270e8013 --hash=sha256:34130726582b64c91531162ab277c4053e558876d49ba219cb43679e71d80a87"
      # sentry-sdk: nixpkgs' 2.39.0 would fit, but fastapi, which it needs for its extra fastapi, and fastapi-cli, which fastapi needs for its extra standard, come from pip: nixpkgs has 0.0.8 and >=0.0.32 is required
      "sentry-sdk[fastapi]==2.75.0 --hash=sha256:9a10e97de2cbd42ad7e4a6e02a0d5af19de9811eb02445077d41ba14c08e170c --hash=sha256:c38ac2d4b2435c11da821e173bb9d9088c98f41ae92f559ce0e424170a8e1a29"
      # sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "sqlalchemy==2.1.9 --hash=sha256:21ac08d200391224caf30d7af1ab613ec9ad3a1e0a26c31a299c7698d6a10160 --hash=sha256:3c0b5ae779051e98a1d1b614fa8f73c973f7ce65ad6ea2411b916e304da02652 --hash=sha256:15fb00f016b72e4e89bff3cd3b71f95012882aa5493c6c8c92a46d40714fa0dc --hash=sha256:ad7eab72de4b3b6d5b87beb532e28e0fa8272069cb71d68eb43a633c52da76f2 --hash=sha256:449fed5c2caa3b278cc57499d09db001fb3f28dc7f18affc48142aee4dcc0cdf --hash=sha256:d700a8b2edfb26282a470333d6bc4a454c4acda4d201a3bea7b72fa76c217d28"
      # starlette: nixpkgs has 0.47.2 and >=1.6.0 is required by fastapi, which comes from pip
      "starlette==1.10.0 --hash=sha256:478c0ab3b4ced6e82719849c118fa406f0278a3499c1a898cd15cd31bdc38ce4 --hash=sha256:b8399098d4c1e3522734f7235dc79b1fc967f96cf139c81e0fa30479e0685f9b"
      # tldextract: nixpkgs' 5.3.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "tldextract==5.4.0 --hash=sha256:7f02aed30bd3b6ad5717192eb859a39b20aafc7caf3917d9cf6cb00a58efb34f --hash=sha256:6c9223212c15c25c0da2bf7313893c14f175cb36b64a0c42da67a468e0c61ee3"
      # twisted: nixpkgs' 25.5.0 would fit, but incremental, which it is built against, and packaging, which incremental is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required
      "twisted==26.10.0 --hash=sha256:3732f42af218925a0fe78d6668db55853f7fb532245a89a2669babe7d3000fa8 --hash=sha256:5f0355403e507fc23ceea85e9dbb4bc59335aabde41dd324e8b8cea180dd38de"
      # typer: nixpkgs has 0.17.4 and >=0.26.1 is required by fastapi-cli, which comes from pip
      "typer==0.29.2 --hash=sha256:f30731f8ca758368b836b3714872e58e395cef8fcaff918c853b1969ed5274e7 --hash=sha256:b1998dc5f2c3dedafa1517a9521fa944cc4dc1fadcea085d81a3b10ebcaeb075"
      # typing-extensions: nixpkgs has 4.14.1 and >=4.15.0 is required by typing-inspection, which comes from pip
      "typing-extensions==4.16.0 --hash=sha256:481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8 --hash=sha256:dc983d19a509c94dba722ee6abd33940f7c05a89e243c47e907eb4db6f1a43e5"
      # typing-inspection: nixpkgs has 0.4.1 and >=0.4.2 is required by fastapi, which comes from pip
      "typing-inspection==0.4.5 --hash=sha256:bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39 --hash=sha256:7f16c411e7930dc79596d42ab44672a3fe5f60eb34b781a1647e7872363120c7"
      # uvicorn: nixpkgs' 0.35.0 would fit, but httptools, which it needs for its extra standard, comes from pip: nixpkgs has 0.6.4 and >=0.8.0 is required
      "uvicorn==0.54.0 --hash=sha256:505bdb0f318731d45f1f712071fc781a8981f6847a31c902c9f5e652d4f67faf --hash=sha256:a2e33cbfaa0306f8e6b0c13e0cb89d7d7a2da3e62b90c66e18c33d9807b28620"
      # virtualenv: nixpkgs' 20.33.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required
      "virtualenv==21.15.8 --hash=sha256:e4cb274633d6f3ddb19f535a3be7539ce8fe34fc7aa2b0c417ff6e96c3cf67dc --hash=sha256:cfa97e12996373ea030ccbae8eda23cae9cfdbe74aa7b627621b6a0bd03cd7d4"
      # watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, and idna, which anyio is built against, come from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "watchfiles==1.3.0 --hash=sha256:000b9688fc8133037a8b075c8ebf98f32844ff8964dda61e85c1db547dafc441 --hash=sha256:bbc1198edfdc90fda0600f825aa94150f428dfcbf8138746f55998e0e660d64c --hash=sha256:4af9c464d410e8c44b58ddf1cbec7c3a02c1cb2c6c80df9c74659ba2fbda0ab5 --hash=sha256:eb94e40b9a0db19636b5e3fed0a9803452ecc7381df13b385272abb779ee83ca --hash=sha256:7398930a2b76b9dc67a4e6b8bfc7baf30946892a86f417a3920c07bdd6febc30 --hash=sha256:025b108f2d5cc2799cb941f79380df3e8b22bfb589c218e801767fe78d598c95 --hash=sha256:be9ef3cd403d756a304a0a08a112163c63da7ec72c8c9d083c98818291ff8f29 --hash=sha256:b5768b49e426fd5b550b012c866db347cdf15c398ef98dc557b6e6b72fa74cd1 --hash=sha256:d36c72fcdc08f143d87316a4c4c3b064e340da2c7383d39803950740ed418935 --hash=sha256:99aee4a07847c06820765fd7b1b49ceac4f3f711ccb7d104655a33231de1c207"
      # yarl: nixpkgs' 1.21.1 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and >=3.18 is required by httpx2, which comes from pip
      "yarl==1.25.1 --hash=sha256:25868beca8b6765f8f7d0e11fe6dd7c66dd4b0793b9500286d20cc92352126a5 --hash=sha256:10b2fd95332f0d716d5eee3c9fb2ce8eada19082de7fee83d32e37992fd75c26 --hash=sha256:0f12afda4eea8c8994a76d4df1875c765194f5fbe8a9d197929ea303caee29ec --hash=sha256:14b79a30a93a3ce2e8832603fd0ab780ada281b0ba5110b519a634f2d7d7d1fc --hash=sha256:4bd6340d20ae2c7ca719b87b426e808e90743b676d05d4c26c4fb5ca71f41184 --hash=sha256:126a2533570c554719ca40a1288fdee1700b6bc82e7131aa69fa85252d92e651 --hash=sha256:a3faadac7d812ddac258feb57b9846b60c1b437c4f4b9ad42595c6f6fe4390df --hash=sha256:be80550d9bfe83d9b62398a37081a90434e6df2d978ec345c3d2820de6beddab --hash=sha256:e07595c7d6f4db270ceede356a1bd1c07a34f1c26f958d1ed0cd7b48e0d2bba3 --hash=sha256:681c758b0490f9e96b78e5fa8e8dc6e648e9185bb6eaebe73183c33ea0c445f3 --hash=sha256:03dd38de09bc213e9a8b29761eec33ee1d5318dac0e49d8af36e4d27830e23a7"
      # zope-interface: nixpkgs has 7.2 and >=8 is required by twisted, which comes from pip
      "zope-interface==8.7 --hash=sha256:78dcd615fe437ed995378478c266dac10a7635c2474fe6ad33bac43af8498a1d --hash=sha256:ae33b2ff2acff7b0ebd4272c3396a97c43f06cb2ac83820e16200ad50183bd50 --hash=sha256:96c9f040f7449b8dc2cfd58b2320c070c18dda5c98bfec27c6420dceea6a0f5b --hash=sha256:d30ed06ef78e9e1b41a50683b7d01727a3c363143c5bda09017e33f19827afc2 --hash=sha256:75ae2cca3a82dc37834cd8277044ee3a571bc2f81849541689a76997dc50812e --hash=sha256:0b47b62e8d0d99b24bcdd32f4f2120425e5019c3bee2ad69a0e1d75737487a96"
    ]
  );

  # What Nix provides, in the versions that pip sees. pip keeps to them, or says that it cannot.
  constraints = pkgs.runCommand "constraints.txt" { } ''
    ${base.interpreter} -I -c '
    import re, sys
    from importlib.metadata import distributions

    def normalize(name):
        return re.sub("[-_.]+", "-", name).lower()

    with open(sys.argv[1]) as requirements:
        pinned = re.findall("^[A-Za-z0-9][A-Za-z0-9._-]*", requirements.read(), re.MULTILINE)
    own = {normalize(name) for name in pinned + sys.argv[2].split()}
    for dist in distributions():
        if normalize(dist.name) not in own:
            print(f"{dist.name}=={dist.version}")
    ' ${requirements} ${lib.escapeShellArg ""} > $out
  '';

  # Fills the virtual environment anew when it is missing, broken or out of date.
  syncVenv = pkgs.writeText "sync-venv.py" ''
    import fcntl, os, re, shlex, shutil, subprocess, sys
    from importlib.metadata import distributions
    from pathlib import Path

    venv = Path(os.environ["VIRTUAL_ENV"])
    venv = venv.parent.resolve() / venv.name
    stamp = venv / ".py2nix"
    # The script's own path changes with everything that the environment is made of.
    wanted = os.fsencode(f"{__file__} {venv}")
    unfinished = f"{venv} is not complete: the next entry tries again"
    # What would lead pip to another place than the environment, or to half of it.
    hidden = "PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH _PYTHON_HOST_PLATFORM".split()
    hidden += "PIP_PREFIX PIP_PYTHON PIP_ROOT PIP_TARGET".split()
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment.update(PIP_DRY_RUN="0", PIP_NO_DEPS="0")


    def state():
        # What the stamp says, if the environment's Python runs.
        try:
            text = stamp.read_bytes()
            probe = subprocess.run([venv / "bin/python", "-I", "-c", ""], stderr=subprocess.DEVNULL)
            return text if probe.returncode == 0 else b""
        except OSError:
            return b""


    def run(*command, stdout=sys.stderr):
        # The lock is an empty file, which all that writes here inherits as its standard input: even if this process is killed,
        # it is held until they have ended.
        done = subprocess.run(command, cwd=venv.parent, env=environment, stdin=lock, stdout=stdout)
        if done.returncode != 0:
            sys.exit(unfinished)


    # Two languages: sh executes the second line, and to Python it is text, in which it doubles a backslash.
    python = shlex.quote(str(venv / "bin/python"))
    head = """#!/bin/sh
    ''''exec' %s "$0" "$@"
    ' ''''
    """ % python.replace("\\", r"""'"\\"'""")


    def mend_scripts():
        # "#!" takes no blank and no long path, and not every installer quotes what a shell would read.
        plain = os.fsencode(venv / "bin/python")
        if python == os.fsdecode(plain) and len(plain) < 120:
            return
        heads = re.compile(rb"\A#!(/bin/sh\n''''exec' .*?\n' ''''|%s)\n" % re.escape(plain), re.DOTALL)
        for script in (venv / "bin").iterdir():
            if script.is_file() and not script.is_symlink():
                script.write_bytes(heads.sub(lambda _: os.fsencode(head), script.read_bytes()))


    def pip_install(*arguments):
        options = ["--disable-pip-version-check", "--no-input", "--no-user"]
        # Whatever a pip.conf says of them.
        options += ["--target=", f"--prefix={venv}", "--root=/"]
        run(venv / "bin/python", "-I", "-m", "pip", "install", *options, *arguments)
        mend_scripts()


    def write_scripts(site):
        # The commands of Nix's packages, run by this environment's Python: it sees pip's packages too.
        for dist in distributions(path=[site]):
            for entry in dist.entry_points:
                script = venv / "bin" / entry.name
                if entry.group != "console_scripts" or script.exists():
                    continue
                script.write_text(
                    f"{head}import sys\nfrom {entry.module} import {entry.attr.split('.')[0]}\n"
                    f"if __name__ == '__main__':\n    sys.exit({entry.attr}())\n"
                )
                script.chmod(0o755)


    try:
        if state() == wanted:
            sys.exit()
        if not os.path.lexists(venv):
            venv.mkdir(exist_ok=True)
        is_folder = venv.is_dir() and not venv.is_symlink()
        contents = os.listdir(venv) if is_folder else []
        if not is_folder or (contents and stamp.name not in contents):
            sys.exit(f"{venv} was not made by this shell: move it away, then enter again")
        lock = os.open(stamp, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"Waiting for another shell that fills {venv}", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError:
            pass  # Not every file system has locks.
        made = state()
        if made == wanted:
            sys.exit()
        stamp.write_bytes(b"")
        print(f"Filling {venv}", file=sys.stderr)
        for path in venv.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != stamp:
                path.unlink()
        run("${python.interpreter}", "-I", "-m", "venv", "--without-pip", venv)
        run(venv / "bin/python", "-I", "-m", "ensurepip", "--default-pip", stdout=subprocess.DEVNULL)
        pth = venv / "${python.sitePackages}" / "zz-nixpkgs.pth"
        pth.write_text("import site; site.addsitedir('${base}/${base.sitePackages}')\n")
        write_scripts("${base}/${base.sitePackages}")
        pip_install("-r", "${requirements}", "-c", "${constraints}")
        stamp.write_bytes(wanted)
    except KeyboardInterrupt:
        sys.exit(f"\n{unfinished}")
    except (OSError, UnicodeError) as error:
        sys.exit(f"{error}\n{unfinished}")
  '';

  # The usual file system: what is in targetPkgs is in its /usr, and its loader finds the libraries there.
  fhs = pkgs.buildFHSEnv {
    name = "data-desk-fhs";

    targetPkgs = _: [
      base
      stdenv.cc.cc.lib
      pkgs.zlib
      pkgs.pre-commit
      pkgs.gettext
    ];

    runScript = "bash";

    profile = ''
      export VIRTUAL_ENV=${lib.escapeShellArg (toString ./.venv)}
      unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
      # A command must not run in half an environment; in an interactive shell there is something to mend.
      ${python.interpreter} -I ${syncVenv} || [[ $# -eq 0 ]] || exit 1
      export PATH="$VIRTUAL_ENV/bin:$PATH"
    '';
  };
in
fhs.env
// {
  inherit fhs;
}
