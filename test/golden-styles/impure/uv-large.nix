# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o shell.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  pkgs ? import <nixpkgs> { },
}:

let
  inherit (pkgs) lib stdenv;

  python = pkgs.python313;

  # From nixpkgs.
  base = python.withPackages (
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

  # From pip, in a virtual environment over the rest.
  requirements = pkgs.writeText "requirements.txt" (
    lib.concatLines (
      [
        # agent-detector: nixpkgs has no such package
        "agent-detector==2.0.0 --hash=sha256:19c8ae185dbdca23c24abdcd8ac2cf58b8e84dc284c6f6db536656601f9ffc3f --hash=sha256:22c6a1c9c23894a12f55aea625f060b8d3330fba774de72d02d5442bb580417f"
        # aiohappyeyeballs: nixpkgs has 2.6.1 and ==2.7.1 is required by aiohttp, which comes from pip
        "aiohappyeyeballs==2.7.1 --hash=sha256:065665c041c42a5938ed220bdcd7230f22527fbec085e1853d2402c8a3615d9d --hash=sha256:9243213661e29250eb41368e5daa826fc017156c3b8a11440826b2e3ed376472"
        # aiohttp: nixpkgs has 3.12.15 and ==3.14.5 is required by scrapy, which comes from pip
        "aiohttp==3.14.5 --hash=sha256:5558a7f5a05af9ecf744af91e5baefc436f93c9333e656c27ec253f9a6bbe178 --hash=sha256:c2c30484dd1417ef98b51021ffa2cc0d7f3c78918adaaaab7e70817335ab3e02 --hash=sha256:dab9ac5a67c8d1f070c00fa8fccb7cbd1b8dcc1a8d6b42f37540df9b3d4cc603 --hash=sha256:e1cc2bfaee8c214f06080a7c7d5772419b8a1108e8e5349236189811823fb02a --hash=sha256:74efb69332b85675b1eabd760a8cfc2e2cf42c60607c66f88014c1bdfb40942d --hash=sha256:42b5e616946dbaf505e2bff18c9af2cd4ef9e7ef300ee58a6e951a5b7cf147ae --hash=sha256:f9033b43f511f27547c557dcaba0177649e10a3725336ccd2cce0fdc1dc4850d --hash=sha256:15a310d3c71398e3d7bfc93a1a73fbe664315cd9e9016b8efc1cff85eeab7155 --hash=sha256:1ffa3a523a36d8628f98c06492ae16a31a23d14c0b4ec721757b477319f656d6 --hash=sha256:5fb6a6e919bfb703227bc1ce6579281b84b1a2ba57deb9794dfdbec7dcd1e40c --hash=sha256:efc21a454892828368b11c2c780de0ff8bc991f73f6b99c6b66e56205470929b"
        # aiosignal: nixpkgs' 1.4.0 would fit, but frozenlist, which it is built against, comes from pip: nixpkgs has 1.7.0 and ==1.8.0 is required by aiohttp, which comes from pip
        "aiosignal==1.4.0 --hash=sha256:f47eecd9468083c2029cc99945502cb7708b082c232f9aca65da147157b251c7 --hash=sha256:053243f8b92b990551949e63930a839ff0cf0b0ebbe0597b0f3fb19e1a0fe82e"
        # alembic: nixpkgs' 1.16.4 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "alembic==1.20.1 --hash=sha256:83490def1f723413db5096591f7609ac52544805be93849170088ed04f5a2e0b --hash=sha256:9970712cfb81ea26c8658d378aaa5b8f6ff9146e5bb111d70497c164016cf598"
        # altair: nixpkgs' 5.5.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "altair==6.3.0 --hash=sha256:fa632121aca6d0fcb198a3d8a9f7d937fa5b7518ec947951cfffb44e736d97c8 --hash=sha256:7defb6ca730676dfc99a299768e2769f51585fcb3dc960ea71aacc368929d65e"
        # amqp: nixpkgs has 5.3.1 and ==5.4.2 is required by kombu, which comes from pip
        "amqp==5.4.2 --hash=sha256:9362660c4a31150cf18e78cae2ce8aa1e929fc6c6739e69f6dd5dbea9c3edc82 --hash=sha256:e6e756b15c89c86818b48a4947a424706238afbf67d457428d3269bc4590db9e"
        # annotated-doc: nixpkgs has no such package
        "annotated-doc==0.0.7 --hash=sha256:0a30ef8f5322a4173720ae6712dc9a5e58f5a19868f3f167b4b5778db066c2b5 --hash=sha256:6bc31bbbec6dfaaedc1676dbc11dbda96fe22a2b5c400e9ebad113fec44a9dc6"
        # annotated-types: nixpkgs has 0.7.0 and ==0.8.0 is required by pydantic, which comes from pip
        "annotated-types==0.8.0 --hash=sha256:13b2beaad985e05e2d6407ee4c4f35590b11f8d693a258a561055cac8f64cab7 --hash=sha256:f072f4d804ea359e4eaf198b1af7a8b0943881a87f31bb764f8bf219bb9419e0"
        # anyio: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
        "anyio==4.16.0 --hash=sha256:59bb03251907983d1603d27c3087ddb1e93299ea2163adcdba37899a4fb12ffb --hash=sha256:c66ae634e0b8228396b801741beb3294326d4b6102f7bba4041c0dfb58c29026"
        # ast-serialize: nixpkgs has no such package
        "ast-serialize==0.13.1 --hash=sha256:401cc84e8888d4d76f2c8d296fa006ed1a5ff993b6aff90dd777c03973efd025 --hash=sha256:4bcf1d5f4eefecaa325a34ecf079b2741189e7d0821523f92cb343a389a67489 --hash=sha256:1b158f1c9e3a0d386913924c57995d6df78224868a4d0f215bdd41587c97b34a --hash=sha256:77a6201b69ce42e919f2fd9a559138d5410b5d8afff7c3a6b1f500b0481ff7d8 --hash=sha256:6eb0be64c9b8f1ed26637eef345abe75ea90351c92c85a8aec7838b3af971011 --hash=sha256:7f2427bddfca208e84de700044fadf9aef2769a70bae740a1bdabb89ee9e1117 --hash=sha256:88df960e67184a71874e5b2ee014f87d1254a0dbc1f903c7bd7b1ab7733ecaef --hash=sha256:9f99786e0d62082a5b121b3437f3167562133711df22128de1e9886f57f0b226 --hash=sha256:a01b515b25a03184eff4acef25b981ae007916379682e908fc8785b342a0bf3e --hash=sha256:29422d7bcd9e7f39411571c36cec45ce8a7a9b3ad4b2e7aa64497c15a9e397f6"
        # attrs: nixpkgs has 25.3.0 and ==26.1.0 is required by twisted, which comes from pip
        "attrs==26.1.0 --hash=sha256:d03ceb89cb322a8fd706d4fb91940737b6642aa36998fe130a9bc96c985eff32 --hash=sha256:c647aa4a12dfbad9333ca4e71fe62ddc36f4e63b2d260a37a8b83d2f043ac309"
        # azure-core: nixpkgs' 1.35.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "azure-core==1.41.0 --hash=sha256:f46ff5dfcd230f25cf1c19e8a34b8dc08a337b2503e268bb600a16c00db8ad5a --hash=sha256:522b4011e8180b1a3dcd2024396a4e7fe9ac37fb8597db47163d230b5efe892d"
        # azure-identity: nixpkgs' 1.23.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "azure-identity==1.27.0 --hash=sha256:6a4c50e25e8e9a47b324a95ad024897e56cb3c6241e0094e93b126a2bf71edc5 --hash=sha256:92fd2a93c0d2f777dac6c04e5fd7d5734f6643582b983544ef66b4575844e46d"
        # azure-storage-blob: nixpkgs' 12.26.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "azure-storage-blob==12.31.1 --hash=sha256:0d6e5b860a1357efc602db04cfa7c9950ac86126edcf7db89320cde281555fe5 --hash=sha256:9e012d5f4ab658b7cb8a4581329d7a7aa2bf5f39b4d63baeefaae7f9e90fe6f0"
        # backports-zstd: nixpkgs has no such package
        "backports-zstd==1.8.0 --hash=sha256:9dae4f4c481716e3db473d667457b4f508ff7459c0931b567a5c9677fb3db316 --hash=sha256:49c4006cdf41c15ffcc74f10d9a6485be841106cd4d5aa7ea7bf1075cc37fb83 --hash=sha256:4fa862d24b7fb392279a95bc9acc1f0ede8a25de9efbed03fb305ceac2f6abb0 --hash=sha256:9af83a6d7dc67896fd91bcd4c2cd182ba97d7cca2b09a94373a5fef154001d98 --hash=sha256:1a808ba1371231c00a2b71f03840a727088e287d0ee1dfb3230958950f21f421 --hash=sha256:6cc15051c282ac2585a2425d22f416ae2deb5afb441b22831b349b02fd58a782 --hash=sha256:7a23d38d7b9ca93403acd3c2c306af6e547a24d150c25ac2d7a8acd751fbd968 --hash=sha256:44a9004f9e809ea56910d326d21946650369db59eb86edc0c76840f21530704c --hash=sha256:5ff307f3f0ef3b7f40ccfce42c0704fddc99cd30bca451330f42466db1981be9"
        # billiard: nixpkgs has 4.2.2 and ==4.3.2 is required by celery, which comes from pip
        "billiard==4.3.2 --hash=sha256:9eb83c99b1cf7acb1fed86c1dfd477157000a1a2c0108005c1e5837b55d2acba --hash=sha256:37735a7b4117aafa73532b3b493db4c02fb85c0e69d5f3447f113fd30ff27872"
        # boto3: nixpkgs has 1.40.18 and ==1.44.5 is required by moto, which comes from pip
        "boto3==1.44.5 --hash=sha256:667b344e25d2bcbb7c42fcf6b92a07bb1d73ee9d6d12c3a7873ec4c490b6fb64 --hash=sha256:70c3e0409794b29ec1900bcaff0695b73234a2d32ffaed35045b94caa26212a5"
        # botocore: nixpkgs has 1.40.18 and ==1.44.5 is required by moto, which comes from pip
        "botocore==1.44.5 --hash=sha256:a988f39e3a4484def0b8010f41128f71157da0515a4804fccce4739aa8f216da --hash=sha256:8f16a56d1dff125dd65322ae021efa7ba5195a6db5102b96862566055b748921"
        # brotli: nixpkgs has 1.1.0 and ==1.2.1 is required by scrapy, which comes from pip
        "brotli==1.2.1 --hash=sha256:02b2f7b5a83485efe448a44ddf7983def05c3bb1dcf917d4f7154070260e13de --hash=sha256:a84e0ae14d1efe782a9f143021c4e01d5ed986a140fe5070505cc5978eaf0592 --hash=sha256:c5302747f969d5ec925810176f7697712a3fa2ea0fae0c7a85aa4ad9325247fd --hash=sha256:7ec678c52c3ef5e37482a094d109c04cf9e4a0e2923dd1e0fbddb4bf133a976e --hash=sha256:b5b458950312830913f837e179ce9221000ab7a20b4e42d7b48c1fcd79140de1 --hash=sha256:f37ccd159dae35d4914651d57142c8077aa67ab7e3ffef690b00bcb7a7dbd8e6 --hash=sha256:264fd5b200f6f6170cb551a4b9fcaabf8aa846ddaefe72db4d5f49f9d3743df9"
        # celery: nixpkgs' 5.5.3 would fit, but click-repl, which it is built against, and typing-extensions, which click-repl is built against, come from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "celery[redis]==5.7.0 --hash=sha256:6a5dfcf6662287204f009a02002b9e66c83d4105e47ebabdc7079108772fc6f0 --hash=sha256:18310a9c919f9029e4735367484d93e6a25cdfd30afdc474622cc263d9b35f6e"
        # certifi: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
        "certifi==2026.10.18 --hash=sha256:b9995d97b64d0431a5af837d8ca8cd6238104d1f319f04bd93ea43124d6c861e --hash=sha256:73191c47aaa79da394e8fee2dbc2ec827432cab56311122c9e47abf79e390f62"
        # cffi: nixpkgs has 1.17.1 and ==2.1.1 is required by cryptography, which comes from pip
        "cffi==2.1.1 --hash=sha256:dd31f52ea1086513bb9df30f8fcee9b8918323ae067a3d5b78bc826a000712be --hash=sha256:9d2055050ea716bd38b7f7f1579c275386646b4894c155a3e2f3cd62ed41b7c6 --hash=sha256:19ee6127ee34de7d83ce3d371ebc5ed91addbdcc39f9ab15ce4eb35a4e534971 --hash=sha256:6a8dddef476fab96d066d578fc88526767b836ab5ab21754e1d5bf3879c31c7c --hash=sha256:f16c709686a78c727bbbf059f92b0bf41c6fc60deec706d2dc19f529175a6125 --hash=sha256:fcd22650c908d7b7da162bbfaab594a1227a15d1643a98c68b122ac642fa2264 --hash=sha256:aa9511c62d14da7aacc9b4bf51f3f697a621e83b2d6919008243c3aad168eea3 --hash=sha256:a931079504ecc49efed7744c476a5c343a92fabf66dec2db95edb1b2fdc770e2"
        # charset-normalizer: nixpkgs has 3.4.3 and ==3.5.2 is required by requests, which comes from pip
        "charset-normalizer==3.5.2 --hash=sha256:39de2a259fc954455c57274dc94c79d5842774e1247a016aff30bc0efed0f4ef --hash=sha256:6045373d5a89a5ec71afde535db987ca28e76dfa276c2d4c818265b375d4b055 --hash=sha256:849df64e889b2e17230d58410a03dba311a65b163508fd33679b2b737d4b7858 --hash=sha256:15c44f7edfd477b06f517a5cc317fc1707edb9de2c865f43d4b6513907473234 --hash=sha256:a89012d6d5476ee112d20d998570ed58df2260a852afb1758809cd6900411d21 --hash=sha256:0c951d5e6dd9c2ff60609476752bee49da4206adde960ebc247766937f72e718 --hash=sha256:7218e8f32b0956cfcd048fd42d9d5779809745ca1d86113ca56f66e7ae1549c4 --hash=sha256:a19a731138fc27d5682277d3b9df22855cea1239bce7fcec5f78f42ef2d1f3c3 --hash=sha256:4275811936e2f06feff5e598fb42a1b7ae852da8e39605211892b56b81a34efd --hash=sha256:1c50fe28bbc2ced33386f298650d91218076c05420e6cbd790b913adc41659e7 --hash=sha256:d19fbd981a488e22cd04883659ca6b08f50b5974f9fd7c95655ef6a043e5893f --hash=sha256:0fed1d06615f022ee3b13caf5e8b180cfea32bb2c5aded8a9d44277afc040f93 --hash=sha256:838dcc90063569a0448120554591a1d6c4a4ffe11babf048908793154ab86ade --hash=sha256:2ce45c6627b22c47e390bc91a41c3d13032192e699fa0bea96e9671b373d69b0 --hash=sha256:0774bf9bf620249fee3e0b8b9fd3065de213be30f3aa94ce2494b3b638949e26 --hash=sha256:b6b751274acb69d77b3323d6b7dbaa3c7fdfc1eb829b7eb61d262f32e1af9685"
        # click: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from pip
        "click==8.5.1 --hash=sha256:9bbfada76703fd1d784b83eea012e3e8c6a001a876543ef104fa56aaaeb072b4 --hash=sha256:8bb5376d2006950386f8c6427613334a2acadc5f559cb80e638d00b4df957e37"
        # click-didyoumean: nixpkgs' 0.3.1 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from pip
        "click-didyoumean==0.3.1 --hash=sha256:4f82fdff0dbe64ef8ab2279bd6aa3f6a99c3b28c05aa09cbfc07c9d7fbb5a463 --hash=sha256:5c4bb6007cfea5f2fd6583a2fb6701a22a41eb98957e63d0fac41c10e7c3117c"
        # click-plugins: nixpkgs' 1.1.1.2 would fit, but click, which it is built against, comes from pip: nixpkgs has 8.1.8 and ==8.5.1 is required by dask, which comes from pip
        "click-plugins==1.1.1.2 --hash=sha256:d7af3984a99d243c131aa1a828331e7630f4a88a9741fd05c927b204bcf92261 --hash=sha256:008d65743833ffc1f5417bf0e78e8d2c23aab04d9745ba817bd3e71b0feb6aa6"
        # click-repl: nixpkgs' 0.3.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "click-repl==0.4.1 --hash=sha256:c32a1cf6f95e5bd6e92076f81ce24eafd33f2f0ffb0135887e335b8e446d1c0b --hash=sha256:5cb10881d4c5ebaa8695eceb69911af3062ee78342812b713564b17aad333eb5"
        # cloudpickle: nixpkgs has 3.1.1 and ==3.1.2 is required by dask, which comes from pip
        "cloudpickle==3.1.2 --hash=sha256:7fda9eb655c9c230dab534f1983763de5835249750e85fbcef43aaa30a9a2414 --hash=sha256:9acb47f6afd73f60dc1df93bb801b472f05ff42fa6c84167d25cb206be1fbf4a"
        # cryptography: nixpkgs has 45.0.4 and ==50.0.2 is required by great-expectations, which comes from pip
        "cryptography==50.0.2 --hash=sha256:7b46165bb56eb4704e2eaaf86f3c940d19154535d9b0ca7d6d590b04060e00d5 --hash=sha256:fa8f5efb344d6908a1ce62f4a24e2e5780f825d6f53f5f50ec5ffacac72936cb --hash=sha256:79def8d059362e7831389ed3be0ecdf58a89386e1271e35dd9f5af84e81bffd0 --hash=sha256:630ebfea3bf689d075f82316324ff7433dc447fe6bc1bfc76524b74b4a9567d2 --hash=sha256:f9f6143a8c75945eb960d9eb98905a441394abfa24afaae239d514ffb2586480 --hash=sha256:a582ab2ae1d34f67112cadc86702774c9ea4374df6bca6afe672817203c99134 --hash=sha256:4061c0079120205fb760c58acab6443e217307dcf05e3702cf970e0689972856 --hash=sha256:ac9ed99d81760c62fe89d5f0815cdfa1ba9a35141cf30f1c2d044f04b4803d2e --hash=sha256:87e9ce85beb6b328ba370cc6e6aea483c92617b4c95b1d33a49297eb662bfb04 --hash=sha256:f265528741e048bce55c3463ed721fb0aa45a5888d8add8cfeccb3035451bbdc --hash=sha256:9dab55f57c74c3cad24c323bacbbd04be4705ba6eb0d92e920b1fc4837ed5079 --hash=sha256:0ec5f09541743261e66e291b4a0cbf0fb2997aeaab6d9e9c740b9dba1b58d1c2 --hash=sha256:c5e67125c7dca78d199ec4e116aa93dbb83494808ecbb8211a2cb09b1bf41dbd --hash=sha256:ee247f5c245c9a2fe7c8e2214e295918838e44e00a45a6718451e4004219e767 --hash=sha256:dfe9763530994147d9af1def057a5b9658b00e8f8fe8743d144d1e0911c2e454 --hash=sha256:58ddb5a8e3179d12f19e4ea34d2d32e9d63a4baa142c875c1eb59f41b7243acd --hash=sha256:f21e8a22c8605750c7af886bab299a363721264061b4ac0a30efb73cfd58efc5 --hash=sha256:9c8402a82ea0dc4ceeab793db05f0fafa8ca139ca34fcde5df0f596103c74107 --hash=sha256:0ddc924c04591c2811ca024d62ecad4f7f6f08af8939c211438f48a16bd23602 --hash=sha256:a6557e5f38e065ca9fbdaf7cfc7435ecb1d113aa81a022d1b51921ee7432e227 --hash=sha256:1981f1db4630889b9ef7803fadef12b056f428cb6b85c27ba57b774793b6093c"
        # cssselect: nixpkgs has 1.3.0 and ==1.6.0 is required by scrapy, which comes from pip
        "cssselect==1.6.0 --hash=sha256:8c83a7139e97b93aa5ebdc0f46e785f7056a08a8bf201e597a6a2629d7eb11db --hash=sha256:6df6eab9b264c0f2092a6e386b33610e1684a25e27925ecebe25e3d97cbf3525"
        # dask: nixpkgs' 2025.7.0 would fit, but bokeh, which it needs for its extra complete, comes from pip: nixpkgs has 3.7.3 and ==3.10.2 is required
        "dask[complete]==2026.8.0 --hash=sha256:8a94c37b5de6d869343340dc26c3c3acca7ec48a3abdabe00ea3abb1125884d5 --hash=sha256:ccc0c83a189b0398602435189771d28dad7b5773b6089bb8dce14ae732dd782c"
        # defusedxml: nixpkgs has 0.8.0rc2, a pre-release, and ==0.7.1 is required by scrapy, which comes from pip
        "defusedxml==0.7.1 --hash=sha256:1bb3032db185915b62d7c6209c5a8792be6a32ab2fedacc84e01b52c51aa3e69 --hash=sha256:a352e7e428770286cc899e2542b6cdaedb2b4953ff269a210103ec58f6198a61"
        # detect-installer: nixpkgs has no such package
        "detect-installer==0.2.1 --hash=sha256:85f889d4d19c1caf5bef89ef389eb920cd8c6c2a868e1eeceec24527b93021e7 --hash=sha256:87e2ce7d05cb108b178f8e45bb80d3d88c0cb4b397983345c18ad6562e02e620"
        # distlib: nixpkgs has 0.4.0 and ==0.4.4 is required by virtualenv, which comes from pip
        "distlib==0.4.4 --hash=sha256:ca4175b4ac7f71223cc30ed7248c45d2b38c2439d8ee6e498ab67ed63cf3508d --hash=sha256:cf09d55b1e85a89576b036aeb71550bfd68320f3f21761ca329eadadad918638"
        # distributed: nixpkgs' 2025.7.0 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "distributed==2026.8.0 --hash=sha256:6f55008ecacf96ba945309fc12e680544764995e27bd63cc5e109afb97d7044d --hash=sha256:3bd8882861a2cf497453f28c6b61135fa8ef2bb1d6885ad3b9f27e887e9c0e01"
        # django-stubs: nixpkgs' 5.2.2 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
        "django-stubs==6.1.2 --hash=sha256:d62b15fa5cbae79b1922d015e1454d299959d230221dadb23f65c749480b97ec --hash=sha256:ffb6e74f54b8c1f9b2f3bc4852c5abbaa2324b2a7cb1c51854c5f95abe67165c"
        # django-stubs-ext: nixpkgs' 5.2.5 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
        "django-stubs-ext==6.1.2 --hash=sha256:2142da7fffbbe897ccecf9b4c97e09ea1a2e9291760b0a824b4c402b375ce6f9 --hash=sha256:7334e687ab6dc78a6c3da90ab1ccb0e412efd827ea11de8d3f85adbad948abb1"
        # dnspython: nixpkgs has 2.7.0 and ==2.9.2 is required by email-validator, which comes from pip
        "dnspython==2.9.2 --hash=sha256:8d4d39a513e649d634004ce4d39ade2352efcea472a0247535a5c2d18a9d7ba9 --hash=sha256:af15f7d385a6ae2fb35a796fde2138004c8c42c7389090e2addc83e3b3340fd8"
        # email-validator: nixpkgs has 2.2.0 and ==2.4.0 is required by fastapi, which comes from pip
        "email-validator==2.4.0 --hash=sha256:be487bc50bc3bd832a98515a55a15649d9bec06d954fa178663190714b6c4ee1 --hash=sha256:4454e41c4e1c6b6caee34a1dc71d5e736791562be8fd179b02e298f796522684"
        # execnet: nixpkgs has 2.1.1 and ==2.1.2 is required by pytest-xdist, which comes from pip
        "execnet==2.1.2 --hash=sha256:63d83bfdd9a23e35b9c6a3261412324f964c2ec8dcd8d3c6916ee9373e0befcd --hash=sha256:67fba928dd5a544b783f6056f449e5e3931a5c378b128bc18501f7ea79e296ec"
        # fastapi: nixpkgs' 0.116.1 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "fastapi[standard]==0.165.0 --hash=sha256:dd94d4128319c1e1d50535ab023ab698f850a4d2822f0e181747b46f4ff3c0ab --hash=sha256:896f48462042bb4f162147eb8fac7e858753dc1f486765709baf105d70e4fc5b"
        # fastapi-cli: nixpkgs has 0.0.8 and ==0.0.34 is required by fastapi, which comes from pip
        "fastapi-cli==0.0.34 --hash=sha256:7eeb74cf83edd75d22a9289713db03d8a0be3ed7a8daa48a3703a12d4f2a4615 --hash=sha256:4a1185b66308c7543e98957426a8ecd205d58853514cb9a68c78066f2e6e467b"
        # fastapi-cloud-cli: nixpkgs has no such package
        "fastapi-cloud-cli==0.28.0 --hash=sha256:7e70611d3f3f1f3bbd48cf5def95db927566f9668929cec96bc34dd632f09963 --hash=sha256:e1409bc42017a86f8092fdf1dd64ead129698936cfeb151a6c3e023f611fd620"
        # fastar: nixpkgs has no such package
        "fastar==0.12.0 --hash=sha256:bba71522eae6a7627a5514ffdd4ac9645ef27d82e23931d79fd974bb49c3f2ad --hash=sha256:654165090cdcac7ff13d43ee4012c366f0f2061ddf46658bc0ad248c8aa3960a --hash=sha256:685d3d45943b43c32c71c8470552a615c90e06ca532db1b7a5633f01aa108f0d --hash=sha256:f8da75b5eca0d3b540e50ab6b7dfe4b148d7ae8a0b444a9781fd1219392859a0 --hash=sha256:13c2df8db1b7a4d783429ffa1125c53f7dd9534baae7218eb49273797691e2a8 --hash=sha256:042fd43c4e0c3f3ba3f7b8a083694d1c4bd77d60ce266090d4eb96cb8a8021c2 --hash=sha256:6958a332c55052dd8090b03de238ca59190d625f4ba9c292b34e938ac64105ea --hash=sha256:6b05c0c739c43b9228e57fc59eb68c38660c62030bcdea3a032b269df71f5bb8 --hash=sha256:e2bfad69679111e4567d4bad41fd795071c9335cd94bc0f26e24b7d19e95c9b1 --hash=sha256:1155e1dd9c60cf636b6b3d35edfe242348f47286724fa84b5b4055c03d7fdbf6"
        # filelock: nixpkgs has 3.18.0 and ==4.2.11 is required by virtualenv, which comes from pip
        "filelock==4.2.11 --hash=sha256:0cb84119fb8dce17898e1f69c974d5019daa59c4d7656be390a5fa59ccced912 --hash=sha256:020e229e4bb9d410fc799c07ddf45fa217cba970278f40b30751d94f309b69e2"
        # frozenlist: nixpkgs has 1.7.0 and ==1.8.0 is required by aiohttp, which comes from pip
        "frozenlist==1.8.0 --hash=sha256:3ede829ed8d842f6cd48fc7081d7a41001a56f1f38603f9d49bf3020d59a31ad --hash=sha256:8d92f1a84bb12d9e56f818b3a746f3efba93c1b63c8387a73dde655e1e42282a --hash=sha256:96153e77a591c8adc2ee805756c61f59fef4cf4073a9275ee86fe8cba41241f7 --hash=sha256:f21f00a91358803399890ab167098c131ec2ddd5f8f5fd5fe9c9f2c6fcd91e40 --hash=sha256:fb30f9626572a76dfe4293c7194a09fb1fe93ba94c7d4f720dfae3b646b45027 --hash=sha256:eaa352d7047a31d87dafcacbabe89df0aa506abb5b1b85a2fb91bc3faa02d822 --hash=sha256:03ae967b4e297f58f8c774c7eabcce57fe3c2434817d4385c50661845a058121 --hash=sha256:f6292f1de555ffcc675941d65fffffb0a5bcd992905015f85d0592201793e0e5 --hash=sha256:29548f9b5b5e3460ce7378144c3010363d8035cea44bc0bf02d57f5a685e084e --hash=sha256:0c18a16eab41e82c295618a77502e17b195883241c563b00f0aa5106fc4eaa0d"
        # fsspec: nixpkgs has 2025.3.2 and ==2026.9.0 is required by dask, which comes from pip
        "fsspec==2026.9.0 --hash=sha256:0f08147951c8cb31d844c3547d631053b127863b60be04cf06e121333ee0e2fe --hash=sha256:8dd6e646e99ea382bd85f97a45e6b526a442d79423a7dc673f1e2756d05fcb5f"
        # google-api-core: nixpkgs' 2.25.1 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "google-api-core==2.44.0 --hash=sha256:5ab9a396965c1227d7dea4581e562b7018aa2bca96d2de0be5eb70dc9c8ab3a1 --hash=sha256:8cb9ad8af28de9bc75121686d69b697ce0937e21fad2ad80c9a7e89f22b26e1f"
        # google-auth: nixpkgs has 2.40.3 and ==2.62.2 is required by google-api-core, which comes from pip
        "google-auth==2.62.2 --hash=sha256:046c61a72d3a847d6df6417a7f0d5cf054e3b82bbcb54fb1e69d47880964049c --hash=sha256:e9bcdb0679b6a4369ac327c5c59f06d92f7b4cd2624e7100294c14632f55a36b"
        # google-cloud-bigquery: nixpkgs' 3.35.1 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "google-cloud-bigquery==3.47.0 --hash=sha256:bca7a5ff52326172dc8c292e4592a5b46b491b6872010d242d7663d8ea89b12f --hash=sha256:4e42781c3aa7acfc1d3a91ac4052aafcbc05288a4cc1796550f4f94cb9ee3aba"
        # google-cloud-core: nixpkgs' 2.4.3 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "google-cloud-core==2.8.0 --hash=sha256:365f8e4518ae81c8101b8dea5fc1c32a960badedb8b511f19db2843cbbd285d2 --hash=sha256:e235b0952f7ffe7b9c71a4cf96b506d9cfb557e22557c412f0df9b7068b5d007"
        # google-cloud-storage: nixpkgs' 3.3.0 would fit, but google-api-core, which it is built against, and opentelemetry-api, which google-api-core is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "google-cloud-storage==3.17.1 --hash=sha256:b24df37900f5e0a93518bd7d3a2a7b7b48d8a1e72add8eb57d53a38b8b2b0640 --hash=sha256:287c7919d7bcda710eae6f6b60c756e89140475d9a4daec01b6174e737488ca8"
        # google-crc32c: nixpkgs has 1.7.1 and ==1.9.0 is required by google-cloud-storage, which comes from pip
        "google-crc32c==1.9.0 --hash=sha256:7b8c84c3d159ab6817fe3f74e6e6cef099c3f95dcec3abc0d8afb1404642efbe --hash=sha256:f1dc17d987ddcc5eba12a7ce48f0eb93141dea236b170c1101151396edf2f0cf --hash=sha256:f894a2877650b56201d26a012a257b76d54a68834dc3913a93830ca8a047b075 --hash=sha256:4488f1553a9ab7e86cdedc833374a7e904031803b995dc0bd0be48c271fa6556 --hash=sha256:0568b17ed90ac596f29400d99e243fd0cc6276766183def888d1bf8d1dc13827"
        # google-resumable-media: nixpkgs has 2.7.2 and ==2.11.0 is required by google-cloud-bigquery, which comes from pip
        "google-resumable-media==2.11.0 --hash=sha256:febd83686752799661b4de575f0b993c5c25c349a5362556fc4d7be164056a37 --hash=sha256:f43d15e6a7f818f762eaead0f369c551f8275a4179c9d6225d0d259f49b87b5d"
        # googleapis-common-protos: nixpkgs has 3.31.3 and ==1.76.0 is required by google-api-core, which comes from pip
        "googleapis-common-protos==1.76.0 --hash=sha256:71db0e44a1d4c2dd024ebad44ca67129cc1e2892e4861df466764749d5ef8642 --hash=sha256:59e13344a9f3651aa201a03e2bee815a3bf43a4baf1f9ff8a9b62a840ce25fac"
        # great-expectations: nixpkgs' 1.5.7 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and ==2.5.5 is required
        "great-expectations==1.24.1 --hash=sha256:d35f98a4a1ec27457b61a99ed194ad55eeabcd9c9677162dd2a5db853e9f2490 --hash=sha256:a6d57e0904e3aaf51839fcec7352b652881d20e5dbdf4aa731ffb8ee8f93ae13"
        # grpcio: nixpkgs' 1.75.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "grpcio==1.85.1 --hash=sha256:5f530287d5de5f7f66089ead81de44f6787162944dab3922efa65dfdff108a1d --hash=sha256:e117b074d707d418ff411e0ad6fc86e97e83047b742488b41d7a5b7a62953cd3 --hash=sha256:6bb4bbb5cb46010687db552fd88852c405595814fb7d435b072124bd6b93f827 --hash=sha256:0bde4264ca71aaf3bc56c587380c426b1c959d1db0ab0a3f632bc66515f9726f --hash=sha256:7b931335c163510fb054c30007fe3556ef3bf354a1c37b5da403f2e52c6bbd95 --hash=sha256:de520b1555ae445cdc4f8f1cc7ccba12a19992bfafa7c292ebe7fe1fe5da6c53"
        # grpcio-status: nixpkgs has 1.75.0 and ==1.85.1 is required by google-api-core, which comes from pip
        "grpcio-status==1.85.1 --hash=sha256:3f6ba6090d794b7148b23f03355addd56bee2b78174a12784c4d9b4e28c8928e --hash=sha256:ef84cb262c7a05fd7c27e61bb70c9f63bce4484ce8b3366585a381fed738fcb0"
        # httpcore: nixpkgs' 1.0.9 would fit, but certifi, which it is built against, comes from pip: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
        "httpcore==1.0.9 --hash=sha256:6e34463af53fd2ab5d807f399a9b45ea31c3dfa2276f15a2c3f00afff6e176e8 --hash=sha256:2d400746a40668fc9dec9810239072b40b4484b640a8c38fd654a024c7a1bf55"
        # httpcore2: nixpkgs has no such package
        "httpcore2==2.16.2 --hash=sha256:6c519d0f7b44f7269fa9bbb4d2763db395a4a2370f046d8e8e0a4b38227815d2 --hash=sha256:16051ae2a42f776007543f32de9349a317b23d2cbb4e1456b4bac0e88b87419a"
        # httptools: nixpkgs has 0.6.4 and ==0.9.0 is required by uvicorn, which comes from pip
        "httptools==0.9.0 --hash=sha256:d484ebb7e3a3f3597b0f645fbd1b85633674ca808c1f5ba11c2caf7c66f5c8b6 --hash=sha256:4fb995082fe41ec410b33c48b54fb1d44abb8a6ee762c31e8c42519e8c3a30a9 --hash=sha256:b9cd15cb7cf0d5cc41f649fd789aae12c56c3b83eff593f8e095c1d4555ad5c3 --hash=sha256:088de1738e1af624466a01c35d652dbe6fb825be887c76d68aa850621d81db88 --hash=sha256:6b1ac7f1bc6c0dbf90684b77571a51a21b2463909fd916ce0ac9bfc4d566dc75 --hash=sha256:b9430f65db521db7962ad951571d446171213686f96c998a54dc18ed574821e2 --hash=sha256:52fe0176682a25b15370f23f5b0f1366a84771df89144fb0cd979cb72a94b5ca"
        # httpx: nixpkgs' 0.28.1 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
        "httpx==0.28.1 --hash=sha256:75e98c5f16b0f35b567856f597f06ff2270a374470a5c2392242528e3e3e42fc --hash=sha256:d909fcccc110f8c7faf814ca82a9a4d816bc5a6dbfea25d6591d6985b8ba59ad"
        # httpx2: nixpkgs has no such package
        "httpx2==2.16.2 --hash=sha256:748b615678f07d8e3b183efe81ad13b655ca88bfc56ce4589219b2d442860574 --hash=sha256:f05c13aade4c45dbf1c9060647a1058f0acad62398fad96e741269edb33d46f5"
        # hyperlink: nixpkgs' 21.0.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
        "hyperlink==21.0.0 --hash=sha256:427af957daa58bc909471c6c40f74c5450fa123dd093fc53efd2e91d2705a56b --hash=sha256:e6b14c37ecb73e89c77d78cdb4c2cc8f3fb59a885c5b3f819ff4ed80f25af1b4"
        # idna: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
        "idna==3.20 --hash=sha256:a7db850025b95ded1eae8a46181a1a6c56c92c96f0e2b005d9ff8dc0210cab44 --hash=sha256:ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c"
        # incremental: nixpkgs' 24.7.2 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "incremental==24.11.0 --hash=sha256:87d3480dbb083c1d736222511a8cf380012a8176c2456d01ef483242abbbcf8c --hash=sha256:a34450716b1c4341fe6676a0598e88a39e04189f4dce5dc96f656e040baa10b3"
        # iniconfig: nixpkgs has 2.1.0 and ==2.3.1 is required by pytest, which comes from pip
        "iniconfig==2.3.1 --hash=sha256:67f4b9c50da0dedf52af349e7749a80a9057a5031199791b906c3bb3ae878960 --hash=sha256:9121e2c1fdb355232495be3194c8dfe87ccc2d5dee45947b78e68f499790d7a7"
        # itemadapter: nixpkgs has 0.12.0 and ==0.13.1 is required by scrapy, which comes from pip
        "itemadapter==0.13.1 --hash=sha256:fa139c7be2aa80f8874b2f23d165d5d4aa47c4b85c54ab530b567fd5f684f1b4 --hash=sha256:f3c6b1babb4fb6cca4aa9061ef0b0c25c783c24a571c30e3667e7bcfea41815b"
        # itemloaders: nixpkgs has 1.3.2 and ==1.5.0 is required by scrapy, which comes from pip
        "itemloaders==1.5.0 --hash=sha256:e6feec5e44e92e1931dbd70fce4da430491ee4cbc9a93a725351e4f0d614a411 --hash=sha256:d57a4e5b204a1f88affdc6e03ed2f4f60ad7f3b7cc90f5914af92c9b52e46efb"
        # jinja2: nixpkgs' 3.1.6 would fit, but markupsafe, which it is built against, comes from pip: nixpkgs has 3.0.2 and ==3.0.4 is required by mako, which comes from pip
        "jinja2==3.1.6 --hash=sha256:0137fb05990d35f1275a587e9aee6d56da821fc83491a0fb838183be43f66d6d --hash=sha256:85ece4451f492d0c13c5dd7c13a64681a86afae63a5f347908daf103ce6d2f67"
        # jmespath: nixpkgs has 1.0.1 and ==1.1.0 is required by itemloaders, which comes from pip
        "jmespath==1.1.0 --hash=sha256:472c87d80f36026ae83c6ddd0f1d05d4e510134ed462851fd5f754c8c3cbb88d --hash=sha256:a5663118de4908c91729bea0acadca56526eb2698e83de10cd116ae0f4e97c64"
        # jsonschema: nixpkgs has 4.25.0 and ==4.26.0 is required by great-expectations, which comes from pip
        "jsonschema==4.26.0 --hash=sha256:0c26707e2efad8aa1bfc5b7ce170f3fccc2e4918ff85989ba9ffa9facb2be326 --hash=sha256:d489f15263b8d200f8387e64b4c3a75f06629559fb73deb8fdfb525f2dab50ce"
        # jsonschema-specifications: nixpkgs has 2025.4.1 and ==2025.9.1 is required by jsonschema, which comes from pip
        "jsonschema-specifications==2025.9.1 --hash=sha256:b540987f239e745613c7a9176f3edb72b832a4ac465cf02712288397832b5e8d --hash=sha256:98802fee3a11ee76ecaca44429fda8a41bff98b00a0f2838151b113f210cc6fe"
        # kombu: nixpkgs' 5.5.4 would fit, but packaging, which it needs for its extra redis, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "kombu==5.7.0 --hash=sha256:31e62fdfd2381caa3422f8e02b84a491d9a2180ddda74507b57f4cb1e1c2c2c9 --hash=sha256:dede73bff4c89175be382c4203d2f167cf7017c384396ec75c36a1b5678f1587"
        # librt: nixpkgs has no such package
        "librt==0.16.0 --hash=sha256:ac38d6d8d66bf3d744148dbbc0b8e193e195a51e364ed55e224631f5721891fc --hash=sha256:c5e6144e68b577f157519f2ba88ca20e3ed61c29b00e5cdfa76cd2d45acf059a --hash=sha256:33f41443a1f4e1f099331b3d8120e409fbff84b9760bc1cc9ea496f37ddaa5cc --hash=sha256:7e510b7770bee609617a3374a96548eb114cae048023e3f049ee449e7ff2db32 --hash=sha256:efc49c462d4516b8a58b00b490078fa64689fd1fe66970cc190131d7afb8027e --hash=sha256:92caf82ebef5e12d21c72242b70d1e92536f1711cf2a727a4c276de4b4469087 --hash=sha256:17bac7f7a16b328fff77e440287693eb017abde913595b5827ebccbc21ecd8a6 --hash=sha256:5b976054553670829985ed767feb78fb6bcede0175327c4844dd5c281c1be659"
        # lxml: nixpkgs has 6.0.1 and ==6.1.3 is required by scrapy, which comes from pip
        "lxml==6.1.3 --hash=sha256:45222d94ddd511536f3b2f7d9deae3b2339b4ce0f075f1ca25703b07cad9dd21 --hash=sha256:3a48093cdb058a93af842ede9703520e810b05dcd0fc6d7190a06376c3bfb6bd --hash=sha256:887c021d9a977cff89cb273047c1352997b772a8908a25c21836861f69b92be1 --hash=sha256:611a51e61c92f62345a50b0035df6fc0d678f9299f33728826d831598862f59d --hash=sha256:b477912f42c5c33405a10c759d22f80cf5af043ae02d95b9d8e5e5bc555739ed --hash=sha256:5cffe18571ccc51d742cd08cbb3f8b756de9311d18c7ea98f5d92f37b8fb60c2 --hash=sha256:75cc6569e86be5785b6188ef1642670c6adbc984e81ec35e224842ecd9eefcc8 --hash=sha256:d85dfab42dd672f87a7f76e9de7172962aee69fa12044f0d6e1a23cbd53fb80e --hash=sha256:42632b4024ab24a6b488f559ac851312509888b6b80ae2aa11cf29a646a0d245 --hash=sha256:febd35ef45f603c2d74b74655efdbf45e14f55fc0aef4ac82b663ca829b283e0 --hash=sha256:a43b3bdf11e477dc7770609d3477316f974354dfc8425d596f64f471cc8daf6e"
        # lz4: nixpkgs has 4.4.4 and ==4.4.5 is required by dask, which comes from pip
        "lz4==4.4.5 --hash=sha256:5f0b9e53c1e82e88c10d7c180069363980136b9d7a8306c4dca4f760d60c39f0 --hash=sha256:6bb05416444fafea170b07181bc70640975ecc2a8c92b3b658c554119519716c --hash=sha256:b424df1076e40d4e884cfcc4c77d815368b7fb9ebcd7e634f937725cd9a8a72a --hash=sha256:216ca0c6c90719731c64f41cfbd6f27a736d7e50a10b70fad2a9c9b262ec923d --hash=sha256:533298d208b58b651662dd972f52d807d48915176e5b032fb4f8c3b6f5fe535c --hash=sha256:451039b609b9a88a934800b5fc6ee401c89ad9c175abf2f4d9f8b2e4ef1afc64"
        # mako: nixpkgs has 1.3.10 and ==1.4.3 is required by alembic, which comes from pip
        "mako==1.4.3 --hash=sha256:cd6537fe88d5fec315c55c2f8529bc4ce7a9a352ad7db3eeaa6a66e2dd4ec37a --hash=sha256:723296007c870bfd6b3f0c3230dba7198096e5269297ebf5e4eff9e7ffa39d4f"
        # markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from pip
        "markdown-it-py==4.3.0 --hash=sha256:91a58fa5b72c71a40cf7177250fd767480d7a2bb3ac426ccfb76fb90305fdaaa --hash=sha256:7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa"
        # markupsafe: nixpkgs has 3.0.2 and ==3.0.4 is required by mako, which comes from pip
        "markupsafe==3.0.4 --hash=sha256:2e9ad7dd851bf45fab9f75cbff4cb493fee9979e8d8c7c9c3ee119022518edd6 --hash=sha256:2d1b7d9308288661f56672b1b157d75fc536714d3638487bbea17b6318a78248 --hash=sha256:73e77980c7207854f00fc4e71fb1626868d5740ab4012623d55c7a99ad122a72 --hash=sha256:7018d4af1cd272e847aa5917983ab5e83e4f6579f9dbfecd4a79c0ca80b144c2 --hash=sha256:c90d5b3d4e944e065a301d741b3c1d784f6bd1f503aa68b4967e32b2ba313d85 --hash=sha256:18a801868a884f216e784d7d14db2a4077143ce7610440aee2ce8f734e7cfcde --hash=sha256:434139499bb20b502ed3baa1f169e618f924a97e7a777fea1a49446d80106cf6 --hash=sha256:9e227f3dbe6bde7491cf0a9965d00b88c6b1a4a95d11480ddf88bb96d397c19f"
        # marshmallow: nixpkgs has 3.26.1 and ==4.4.0 is required by great-expectations, which comes from pip
        "marshmallow==4.4.0 --hash=sha256:9e6ffa8511012ca89732324c1c253efd7b4d35632dcbdf80aa793fe01804af3e --hash=sha256:03a882ff2eabb9a4e24b433c2949f359ef4d172a12fdc14cde10375fd55328b4"
        # mistune: nixpkgs has 3.1.4 and ==3.4.0 is required by great-expectations, which comes from pip
        "mistune==3.4.0 --hash=sha256:2eaf7952af928ca8d33b779762effc1da517b62c6ad85ec8ca957e3b07b9782a --hash=sha256:d03cec4c8620f21517a996d82d14f3b59c30d79bda2cc6c56bd32b839f18ce6b"
        # moto: nixpkgs' 5.1.11 would fit, but pyyaml, which it needs for its extra s3, comes from pip: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from pip
        "moto[s3]==5.2.5 --hash=sha256:391857257d5dac144334013c2c10e599def5f0562f553e979160140bd7bd9cf6 --hash=sha256:eef62cdcf3bfe73e0863743511ba042dfaba04ba3d5ecdcb896a196c693ad528"
        # msal: nixpkgs has 1.33.0 and ==1.39.0 is required by azure-identity, which comes from pip
        "msal==1.39.0 --hash=sha256:6ab7de335e6d7f5717e2c7e1dbf86e4dda2f6acf3c56773b78dc53ebc6395b5f --hash=sha256:2d2577886906cd7293850dffa2da29119966c213bfc6ec0cecf8bf7621e1ca77"
        # msal-extensions: nixpkgs' 1.3.1 would fit, but msal, which it is built against, comes from pip: nixpkgs has 1.33.0 and ==1.39.0 is required by azure-identity, which comes from pip
        "msal-extensions==1.3.1 --hash=sha256:c5b0fd10f65ef62b5f1d62f4251d51cbcaf003fcedae8c91b040a488614be1a4 --hash=sha256:96d3de4d034504e969ac5e85bae8106c8373b5c6568e4c8fa7af2eca9dbe6bca"
        # msgpack: nixpkgs has 1.1.1 and ==1.2.4 is required by distributed, which comes from pip
        "msgpack==1.2.4 --hash=sha256:475c44e12f2a5de766a8448783f149c9b33f3f49b88953c6cd739a77d93c732c --hash=sha256:fb811ac3d463a75013b234d2aae56b9f0bdb0105caf4dd2ee65305b6a8a6078d --hash=sha256:36258fd0909e1bf26e94604439108846432abe4ffa9a23c9dc2f6f1c60f94b60 --hash=sha256:e9c5ba0f053a7e98f013f083c9d1b2dffb26cad8c897c533d8286e44ed24c669 --hash=sha256:7fabd415c41e62006c6641fcdf5b3e866f581c4e11c58328c0d0f69584b9577d --hash=sha256:7433d340de45003db3ed909a642c9469b598d175530f7a707cbaba64287d27ce"
        # multidict: nixpkgs has 6.6.4 and ==7.2.1 is required by yarl, which comes from pip
        "multidict==7.2.1 --hash=sha256:e8af3e6f1bdbc31fd762b094133b478b89988eaebc63cbe82b1d9e3bbd15cede --hash=sha256:57ac987ec5d26d89bbc48c03e486f659e1367d425c465552ac2e4c4af8219def --hash=sha256:714fe5f3eabd153b1b6911d0b5d31cfc2b808ae6b9e59a32fab17a4e6cdad5a6 --hash=sha256:4bebc9587cc29359e3b045518a7a09264fa882a7d165b0d143fdac8eeb7ea948 --hash=sha256:12bbab225ce7f69df75409ab8005b11b4e9309fae863821e019e81b32e53a2a8 --hash=sha256:335f715f8c111654f29e4bf19086bdf0245579d2b4f4f59ca8dd9b3003b859c1 --hash=sha256:9df532dd12c59a7a4d381646fc1bf5ccb4bcdbd01c0887d07ec769fae965ea9a --hash=sha256:9c9f285f788acf2448a57c9b93d31103ac69bd03f92907e2ffbb23c4e2b42eb6 --hash=sha256:21d86f2aa58aa428fb9909d6b8587b75eea827287e3515b8506dca86b55e2c7d --hash=sha256:cd69c99affd1b4debc1f9a53058ea6e3a9b34f2e733840bb45891666cd8ede0a --hash=sha256:fc45ff19520bc5321dcd9c6dd7df6f35ddd894eed35e5be65d1828a9c3f5e7fb --hash=sha256:08ea94663d9e7c25d14d78222f7aee906c472d4837766bec62477c38f6e419dc"
        # mypy: nixpkgs' 1.17.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "mypy==2.4.1 --hash=sha256:63b590965691e540a335fa74dadf31a7069142f6b72e234689bbd244edf55623 --hash=sha256:3f1613bfe6726169a5680ec3dad5fe1f6d96285c12aded51ad432eadedd39d45 --hash=sha256:680ba5d9f0e3fe0c746b3d14df15f2a718e4bc308a1145616a1ea691ce7c354b --hash=sha256:1fb70621535c22fd4b1a0450d37ed1d6c5eb39656a1cebfb189084c12de54ba7 --hash=sha256:1784648d6ec8c2b5465e3f26241b845a0b3cb4e56c993c64abe16989e7698999"
        # mypy-extensions: nixpkgs has 1.1.0 and ==1.2.0 is required by mypy, which comes from pip
        "mypy-extensions==1.2.0 --hash=sha256:c6e275a07f1c2fc096b62940452d0eaa3f3af7de45d704787866240a7c6d5a51 --hash=sha256:993e7a20aa5671eb41a7132cf555af30062da99729601601b9a8382b11cae768"
        # narwhals: nixpkgs has 2.6.0 and ==2.29.0 is required by bokeh, which comes from pip
        "narwhals==2.29.0 --hash=sha256:eb19c877d9a705300bcc9414499a07b32a52db703369414e57e474ca5fc63c42 --hash=sha256:1c69b3dc30240f6e848c5a673cafc86affa44184ecce721e25b7194663ad10dc"
        # opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-api==1.45.2 --hash=sha256:d7b0008e21e5fd61cbe7a7f34ca3b6905a78ab677d9bc395e299359c75cda6b4 --hash=sha256:2cbd737377e710ee740d261c94e93fa0f08e6d037c18f17513cc0a2d94479a34"
        # opentelemetry-distro: nixpkgs has no such package
        "opentelemetry-distro==0.66b2 --hash=sha256:b12af671779fbd31abdfe8b8dd49a31f6c0ae5d4cfe503e7d5e8d84ba0658fed --hash=sha256:a488231479bbc17f5c34d4ef740e9285fa8f8cd1114f73078cac9d8520eacfbd"
        # opentelemetry-exporter-http-transport: nixpkgs has no such package
        "opentelemetry-exporter-http-transport==0.66b2 --hash=sha256:66d6ed810a515432c8891da9a834464332fd70badeca45bdeeae81b4280c903b --hash=sha256:fd5f5b490c099acda1cd7b909d5e8981436bf18cc8c6098d302d114c271720e9"
        # opentelemetry-exporter-otlp: nixpkgs' 1.34.0 would fit, but opentelemetry-exporter-otlp-proto-grpc, which it is built against, and opentelemetry-api, which opentelemetry-exporter-otlp-proto-grpc is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-exporter-otlp==1.45.2 --hash=sha256:879044ba65b8b1be7a0d9d904afb76700e96d2a4d36700918d9325c9ee3b8be4 --hash=sha256:52c8b9f268289c92c08b3a97f48c63d6e5c037f25ca1f6f29ef162fb78974afc"
        # opentelemetry-exporter-otlp-common: nixpkgs has no such package
        "opentelemetry-exporter-otlp-common==0.66b2 --hash=sha256:06f5a9b88638e310efa1f1d206cdf6b75393e112aba4e174a963416192bd1028 --hash=sha256:ace86efb75489f925f1ef809856ae5f0c7db534e4afdc624530222228b1236a5"
        # opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-grpc, which comes from pip
        "opentelemetry-exporter-otlp-proto-common==1.45.2 --hash=sha256:f1f2806f3f28ce7938033823e50934fcd91595a39de38e69a28a51e19f40fc6d --hash=sha256:af483b24217028892f017096731b794b196b785025d2e6808874720fd0b05a80"
        # opentelemetry-exporter-otlp-proto-grpc: nixpkgs' 1.34.0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-exporter-otlp-proto-grpc==1.45.2 --hash=sha256:9e4a6490ca7711479fec7c519425bc09808abbc9a2a1775528edecf200d19a5a --hash=sha256:8a48d60835e90536846bd82de487bfbd81bccb5a1b3d0fb82edeea17db07395c"
        # opentelemetry-exporter-otlp-proto-http: nixpkgs' 1.34.0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-exporter-otlp-proto-http==1.45.2 --hash=sha256:5984a3fb46bc4628e4e2b85d4a6e72637e03962aae6cf372791137768a4ad939 --hash=sha256:6e4d025138829d0ee57946930c2ccad6491ad4d92a958e9c7eea69278fe60cfc"
        # opentelemetry-instrumentation: nixpkgs has 0.55b0, a pre-release, and ==0.66b2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-instrumentation==0.66b2 --hash=sha256:02b094150e53b76f5906d75e628dbb3833bbc6e62fa109b5c7ba0c081865e923 --hash=sha256:fa9ccfdab147a14af8107d19ef0a7b5015675273c5adced7a1fc38f28b42ec4c"
        # opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-grpc, which comes from pip
        "opentelemetry-proto==1.45.2 --hash=sha256:bd8d23cf770605b0af9b7be2071d26a464fea289d35429abfd2a66226114ad64 --hash=sha256:03a7ca1b43f89fd5b965d5975902bb2515c0c86e2428b456836e9a6149c6235a"
        # opentelemetry-sdk: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-sdk==1.45.2 --hash=sha256:7eec4de13dd21ff3a1670dcb0e02079e692736f94d733dfdce5af461d884248d --hash=sha256:ff974ea70ee4f1d51e2ec152db37c2b626c7bf82bb3f7d86114fd8704e7199c6"
        # opentelemetry-semantic-conventions: nixpkgs' 0.55b0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "opentelemetry-semantic-conventions==0.66b2 --hash=sha256:7da5f1a5dc4383eb66711d4d3d3e71824d9403ac1559fea021cc103c1a4c4976 --hash=sha256:4cbe61e5f9275d57ab31708446e7938ef4291ebbe6a7fca6f7a629c5acae87d8"
        # packaging: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "packaging==26.3 --hash=sha256:94edc256424af38762eb31306eed28beb9f0efc50a8837492c9d6fd6004aed79 --hash=sha256:d7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c"
        # pandas: nixpkgs' 2.3.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and ==2.5.5 is required
        "pandas==3.1.1 --hash=sha256:05fed3e3b7c99b226f160e29d7d6cb7ef39638c758cbfe42b3f24ba34f04b859 --hash=sha256:01bd1d4c5fc999324382d55499cef0f9cc7c1b09d91ae6dabe82f0237e43b3a0 --hash=sha256:269716b079899a92953837d13ed215ef2d36dbf8dd3787faf617f1160a2f5062 --hash=sha256:57112bab44e336758121435cd01ccebc1e4fca56c28d95d7c03bf2418dedea6a --hash=sha256:645fa00fd85cfced2d2c09dc116d3694f578501b1ce4899153fbe64788ecda98"
        # parsel: nixpkgs has 1.10.0 and ==1.12.1 is required by scrapy, which comes from pip
        "parsel==1.12.1 --hash=sha256:f526df846f3a91e13f5499156ea3e755114834cd126b62cd1d784ef558f3a713 --hash=sha256:cf74e09857329bddc02c13ae239a9b46f410dc5bd1d05361c8c2643a1a5a7149"
        # partd: nixpkgs has 1.4.1 and ==1.4.2 is required by dask, which comes from pip
        "partd==1.4.2 --hash=sha256:d022c33afbdc8405c226621b015e8067888173d85f7f5ecebb3cafed9a20f02c --hash=sha256:978e4ac767ec4ba5b86c6eaa52e5a2a3bc748a2ca839e8cc798f1cc6ce6efb0f"
        # pathspec: nixpkgs has 0.12.1 and ==1.1.1 is required by mypy, which comes from pip
        "pathspec==1.1.1 --hash=sha256:17db5ecd524104a120e173814c90367a96a98d07c45b2e10c2f3919fff91bf5a --hash=sha256:a00ce642f577bf7f473932318056212bc4f8bfdf53128c78bbd5af0b9b20b189"
        # platformdirs: nixpkgs has 4.3.8 and ==4.14.7 is required by scrapy, which comes from pip
        "platformdirs==4.14.7 --hash=sha256:5472257c1cf97a14658af52997011c7e59e4aebf3a24950b973c11b579e1b074 --hash=sha256:391513b74707c42335fff3ea17eaac657a7ee9ffcadd809634d34ea594d0122c"
        # pluggy: nixpkgs has 1.6.0 and ==1.7.0 is required by pytest, which comes from pip
        "pluggy==1.7.0 --hash=sha256:d1eaa46ebb595891b860ab086b4d09c8588af65ebd4361b8e8f4bb8920b90ba8 --hash=sha256:7dd7b0d8832ba3cb632c306926ded123429211b83641b35dc5c41ad2d34f9bec"
        # prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by click-repl, which comes from pip
        "prompt-toolkit==3.0.53 --hash=sha256:9ec8a0ad96d5c56148b3f914aa79c1564c3fde5d2e6b876e7bc327e353cf8fa6 --hash=sha256:01c0891d7f9237d5e339f7d3e42cdae80b7534abb1c7c0e3352efba6231492f2"
        # propcache: nixpkgs has 0.3.2 and ==0.5.4 is required by yarl, which comes from pip
        "propcache==0.5.4 --hash=sha256:ff6b113f50bc066a698db5d944d2c6dc7507168dd3341e255a8892fd0715a558 --hash=sha256:36c0d9db44b523ef93d03341b1c42d69ff01d673c053d1b1c6c3a363bcaa39ba --hash=sha256:e1d52a05dc417279f7e5c7618c5dfbbc29923aaf9bc0a5c1802ddcebf54c61a0 --hash=sha256:44149f46500a0a41b95b4d99c2e586a77319539730607b9892974a092788b111 --hash=sha256:dbab5f5ff6897c81f355d079010cdae85b02e5a0b518b5251523b8ad8ae9ac3c --hash=sha256:c3e98c55bde2bcf7db3c70d1aed7ae9aa8aebbf19a250c66645cde44cdb8b867 --hash=sha256:db3ae52ccc150dbc84704e9d642743897f3e1c54742ff34cacb661e52e3818a9 --hash=sha256:f85915e00dcb1cd9f2f890ead064ed40a27df06f0db65be427b29482ae357572 --hash=sha256:c2ba30a89035b57b73e00475de948521602f543d79ce01db10b04b36c4c76fc8 --hash=sha256:62c60aec739ed00124573cce1178138fd690c7676352d67a37328c1cf51d7468"
        # protego: nixpkgs has 0.5.0 and ==0.7.0 is required by scrapy, which comes from pip
        "protego==0.7.0 --hash=sha256:2c032d9736a1f4f0c4318f3558353ae34da5cd038f1a5e064ded7548df315e5a --hash=sha256:944638aaee608f6c83fcad442695f3f9381a60be8d5007248f46b00f201fa5fc"
        # proto-plus: nixpkgs has 1.26.1 and ==1.29.0 is required by google-api-core, which comes from pip
        "proto-plus==1.29.0 --hash=sha256:cfb4e62ad7e13dd18f346cabbda00cab39930d36a05791fd81ddb074d6ee884f --hash=sha256:8acd070469a7aaf43f440b022ef9757c8cac1a9f866e933f59ae98669ddc6c8b"
        # protobuf: nixpkgs has 6.32.1 and ==7.36.2 is required by google-api-core, which comes from pip
        "protobuf==7.36.2 --hash=sha256:497d0463ff3316681da6c0b9e8d06cb465d61abce00b613ab42226175644d1bb --hash=sha256:cbc70b17ee27e28894c7fee8bb04be1abead49e936bc70eb60052531eee2079e --hash=sha256:e11e1f0180583a2af89db6a2ecd9e8dc40aa6d2988ca175bfd0e6d12ea72d74e --hash=sha256:f4fee11ec330d238b34a05c9b675f693c20415d1c5bd7d5320cc2f8a798eb9cf --hash=sha256:89f23aa53c24553a2416fd4fd1ec06f74fa42b14b546d8883128813f775bbfd2 --hash=sha256:bdb3a345d48db958e6ce1f18e508beb0cc981d64f24088427549c866cd039f1e"
        # psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by distributed, which comes from pip
        "psutil==7.2.2 --hash=sha256:0746f5f8d406af344fd547f1c8daa5f5c33dbc293bb8d6a16d80b4bb88f59372 --hash=sha256:ed0cace939114f62738d808fdcecd4c869222507e266e574799e9c0faa17d486 --hash=sha256:1a7b04c10f32cc88ab39cbf606e117fd74721c831c98a27dc04578deb0c16979 --hash=sha256:076a2d2f923fd4821644f5ba89f059523da90dc9014e85f8e45a5774ca5bc6f9 --hash=sha256:b0726cecd84f9474419d67252add4ac0cd9811b04d61123054b9fb6f57df6e9e"
        # py-partiql-parser: nixpkgs has 0.6.1 and ==0.6.3 is required by moto, which comes from pip
        "py-partiql-parser==0.6.3 --hash=sha256:09cecf916ce6e3da2c050f0cb6106166de42c33d34a078ec2eb19377ea70389a --hash=sha256:deb0769c3346179d2f590dcbde556f708cdb929059fb654bad75f4cf6e07f582"
        # pyarrow: nixpkgs has 20.0.0 and ==26.0.1 is required by dask, which comes from pip
        "pyarrow==26.0.1 --hash=sha256:93affcbd8a343e98dc19e9ec8fe17271ebf8fe98102d8b7454175074409f8b72 --hash=sha256:4cb739ccb87292c673e1f69819b68432a73bb8bb456e8599641bba9183a8a1dd --hash=sha256:50b40aea92f43b2b6da3427548a5337741b4b93b92e8015a8a3eefc0e75acca2 --hash=sha256:a3a79661404ba3d41b7c9a45cb56113246a244b38cb1393fadae289bc66b91b4 --hash=sha256:f71221bbc7707e3fad920d0478db9350791d4714ec445299ee0d56559fbc156c"
        # pycparser: nixpkgs has 2.22 and ==3.12 is required by cffi, which comes from pip
        "pycparser==3.12 --hash=sha256:f03387877eab82ce01bbdfd0ba7252ee55a90b1c708d5129e2ce915475cf1db6 --hash=sha256:a076f3f489b39b43ed13563a1dafe42447445bec2e294154ec5c57fcdda4c85e"
        # pydantic: nixpkgs' 2.11.7 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "pydantic==2.14.3 --hash=sha256:1054f237f4d4733e5a30e1e2333bd33a2004ab9ab1510bd053a9a31bb48e232d --hash=sha256:3f7b347782ab7e4cf4c798496ae3a82787d9f21ec12676a9c564355eeef8daa8"
        # pydantic-core: nixpkgs' 2.33.2 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "pydantic-core==2.50.4 --hash=sha256:aead3b74b68396bf0feab5d57e050b730ded7df55853c1e048a87e00aaf033c6 --hash=sha256:0f87ae9db5ba8d8de40dcb93982cf8dd544e6552a80d3345af51941cc2146b80 --hash=sha256:1239daaf063e62213ca1f34d96663900bd7510c42a786e843fd328af70e46445 --hash=sha256:1afefe44ec042fbabfb4483ea258c04cf75ff4ff328d754f09b321fdaa232aca --hash=sha256:a9ee990bf2cfbd81574c5d4f9f6c9d480a14b5b43d2c4f2ca13f4c6f48089394 --hash=sha256:ab2822bcdcefb54d1e8ca29f5e3ec3afe160fb794bb3a3a73b09d11ed2671104 --hash=sha256:0001d6920e3a5d92758cda460d6dc9f918a78ad6d5d092f1c8b5395e6b775356 --hash=sha256:ad92d255a165cde5f9882ff69699eaf5495e0a1f32e97566bbbb80f11e46781f --hash=sha256:fb2bb5b557080da398b866408117d98fe9731a12334afd0cdff221b458cdc5dc --hash=sha256:92f8f63df729061bb14558ed740e7a222f6e2aa6c2e6a5bcfb4e706676562049"
        # pydantic-extra-types: nixpkgs' 2.10.5 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "pydantic-extra-types==2.11.1 --hash=sha256:46792d2307383859e923d8fcefa82108b1a141f8a9c0198982b3832ab5ef1049 --hash=sha256:1722ea2bddae5628ace25f2aa685b69978ef533123e5638cfbddb999e0100ec1"
        # pydantic-settings: nixpkgs' 2.10.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "pydantic-settings==2.16.3 --hash=sha256:10e36f616623ebb586c05ca3d3cd22927146869db413d4f14c20c514442a1337 --hash=sha256:d1db16a2d34006323a1b42c0640898da58adfbad7ec30baaa9e2b18aafc08999"
        # pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by pytest, which comes from pip
        "pygments==2.21.0 --hash=sha256:610ca751c9bc2492b38eb9a38a7fbc93edbbb2d7182edaf34e66ae493dee5c8c --hash=sha256:2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9"
        # pyjwt: nixpkgs' 2.10.1 would fit, but cryptography, which it needs for its extra crypto, comes from pip: nixpkgs has 45.0.4 and ==50.0.2 is required by great-expectations, which comes from pip
        "pyjwt==2.15.1 --hash=sha256:4f259e80cdfb6b3fc18a7de51fd1ef9ec79652f25019bae68975ca2468a34df8 --hash=sha256:42d59d631f7768a1028a64c7ff581a9bf7519804daf91fc5b6c56e30eec5e193"
        # pyopenssl: nixpkgs has 25.1.0 and ==26.4.0 is required by scrapy, which comes from pip
        "pyopenssl==26.4.0 --hash=sha256:28dfcce0162b9211413e26dfbfdf1d24317fbeba18fc93c12400a1856b2a0bc7 --hash=sha256:f0eb0cb2d581d3ad2b9c489468485e7f2ab6727d08401bcf9d824c3caddf3c1c"
        # pyparsing: nixpkgs has 3.2.3 and ==3.3.3 is required by great-expectations, which comes from pip
        "pyparsing==3.3.3 --hash=sha256:928ae7e20211f3b6f3915a72f06a0cfd29ab9d24279dd6346b6b1a7146397d36 --hash=sha256:ece8c00a69cf01b45d0b1dedabb469c90d8caf996d4fda40f147627a122849a4"
        # pytest: nixpkgs' 8.4.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "pytest==9.2.0 --hash=sha256:97c4f3b1f3c7414aa36465e09b8220f1d03627993bd51b1282e193753c80557b --hash=sha256:07acdcf88ec174f907dc01af70bf52d49b014bbab03faeeade31c96b18c2e588"
        # pytest-django: nixpkgs' 4.11.1 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "pytest-django==4.14.0 --hash=sha256:26787dd3f422cfbab8f55b80a776e2edea7a11092cb74e960bef1312515708ef --hash=sha256:c533b08d89cc675efcd5398eea270b34547e35f9a3608e2c9748dd88428ea187"
        # pytest-xdist: nixpkgs' 3.8.0 would fit, but pytest, which it is built against, and packaging, which pytest is built against, come from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "pytest-xdist==3.8.0 --hash=sha256:7e578125ec9bc6050861aa93f2d59f1d8d085595d6551c2c90b6f4fad8d3a9f1 --hash=sha256:202ca578cfeb7370784a8c33d6d05bc6e13b4f25b5053c30a152269fd10f0b88"
        # python-discovery: nixpkgs has no such package
        "python-discovery==1.9.5 --hash=sha256:86279f5d2728bc067de28b7ddc571be2eacc2ae0e7048f8629d2481a0f8848a2 --hash=sha256:a1fae8fca11e4bc61e38491c2aafff29e430b3c5e272d51ae52fb895bc4c0fac"
        # python-dotenv: nixpkgs has 1.1.1 and ==1.2.4 is required by pydantic-settings, which comes from pip
        "python-dotenv==1.2.4 --hash=sha256:f0d53e69935a851c0dcc78f3ab7aaccd8cabef0b92382b576b824212902873c0 --hash=sha256:42269a8a5b3fd54ffa6f3d84b18abed50064717576b4ecf03dc4a55d8aa04fdc"
        # python-multipart: nixpkgs has 0.0.20 and ==0.0.34 is required by fastapi, which comes from pip
        "python-multipart==0.0.34 --hash=sha256:b998ae90ca6e1e363261ce2e0e230281b8af53867b757970abd69ee9edcd843a --hash=sha256:ebacd224bd686eee2f9aa1066a657affe07435a185834e05e5235e2e59173e91"
        # pyyaml: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from pip
        "pyyaml==6.0.3 --hash=sha256:d76623373421df22fb4cf8817020cbb7ef15c725b9d5e45f17e189bfc384190f --hash=sha256:8da9669d359f02c0b91ccc01cac4a67f16afec0dac22c2ad09f46bee0697eba8 --hash=sha256:2283a07e2c21a2aa78d9c4442724ec1eb15f5e42a723b99cb3d822d48f5f7ad1 --hash=sha256:ee2922902c45ae8ccada2c5b501ab86c36525b883eff4255313a253a3160861c --hash=sha256:a33284e20b78bd4a18c8c2282d549d10bc8408a2a7ff57653c0cf0b9be0afce5 --hash=sha256:0f29edc409a6392443abf94b9cf89ce99889a1dd5376d94316ae5145dfedd5d6"
        # queuelib: nixpkgs has 1.8.0 and ==1.10.0 is required by scrapy, which comes from pip
        "queuelib==1.10.0 --hash=sha256:063c821c32859ae8bdce2cc9e74156645c074218a464f8262e29a3b8de839737 --hash=sha256:257936b7202d12325c80ad79e254c59e2cd3533704ae6dffb567b1a0b309ae5e"
        # redis: nixpkgs has 6.2.0 and ==8.1.0 is required by kombu, which comes from pip
        "redis==8.1.0 --hash=sha256:6e1a19beef9225c83efd689c7e6b7da2d5215b1f42cd13b7fc3714d0a09c7b25 --hash=sha256:a4fe1aac3d3b3cc791d4b3d5931c5a956045dc951ee74d1c913ee3ac4d2ee9fb"
        # referencing: nixpkgs has 0.36.2 and ==0.37.0 is required by jsonschema, which comes from pip
        "referencing==0.37.0 --hash=sha256:44aefc3142c5b842538163acb373e24cce6632bd54bdb01b21ad5863489f50d8 --hash=sha256:381329a9f99628c9069361716891d34ad94af76e461dcb0335825aecc7692231"
        # requests: nixpkgs has 2.32.5 and ==2.34.2 is required by google-api-core, which comes from pip
        "requests==2.34.2 --hash=sha256:f288924cae4e29463698d6d60bc6a4da69c89185ad1e0bcc4104f584e960b9ed --hash=sha256:2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0"
        # requests-file: nixpkgs' 2.1.0 would fit, but requests, which it is built against, comes from pip: nixpkgs has 2.32.5 and ==2.34.2 is required by google-api-core, which comes from pip
        "requests-file==3.0.1 --hash=sha256:f14243d7796c588f3521bd423c5dea2ee4cc730e54a3cac9574d78aca1272576 --hash=sha256:d0f5eb94353986d998f80ac63c7f146a307728be051d4d1cd390dbdb59c10fa2"
        # responses: nixpkgs' 0.25.7 would fit, but pyyaml, which it is built against, comes from pip: nixpkgs has 6.0.2 and ==6.0.3 is required by bokeh, which comes from pip
        "responses==0.26.3 --hash=sha256:b0c11ca8131b8b227b8d5108e6ed39772222bd5aab030ed430e8f99057c4c409 --hash=sha256:74474f799334ac4f37d93b6437ecc3bb1bb5c77a8d31780a338643be2dce0af8"
        # rich: nixpkgs has 14.1.0 and ==15.0.0 is required by rich-toolkit, which comes from pip
        "rich==15.0.0 --hash=sha256:edd07a4824c6b40189fb7ac9bc4c52536e9780fbbfbddf6f1e2502c31b068c36 --hash=sha256:33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"
        # rich-toolkit: nixpkgs' 0.15.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "rich-toolkit==0.20.6 --hash=sha256:04768f19438df877c6279e6e668ab0d88b5fff5c7ef3ac302838d97f7b03472e --hash=sha256:465453ba6f94f99401f59f79fb562827ba5f6b4d4759015d40019f5c67750262"
        # rignore: nixpkgs has no such package
        "rignore==0.8.1 --hash=sha256:2b6cf58501e9ff1b6a71c3fd66c8a105311e1f23237626fd4c9c00606bb3d30f --hash=sha256:16b17b02d3e6ff3b88583af4809b64e14c77cf4de195763f063e5e77d70cd112 --hash=sha256:58d7172259fd45d8ba00f3e02af5af2113f547f4a7fefab42cab567aa7c999fc --hash=sha256:8c5ce3b10ce4b716abc535bc0fdd66b0b9fa9f5b1987b36d3f5ece7d0e2a9a81 --hash=sha256:c199fa2d4a898e9b686d846371ead3c8e08d3e29f78e2ecabf4c580820a8f764 --hash=sha256:f7136b7ff29c37c8ec8effa3c59e27839482ba542af94fdc2581a59405e99037 --hash=sha256:32b0fcd01495cc4f4d10b5307f9f15818c9db752cfbd7a9ecb00b0f129a70dc2 --hash=sha256:2ca91c91a53135889945e77b286215ecd41c8f1090398db97ca3459c5a290eb6 --hash=sha256:67e30c0883f9aef3bcc45e5dc6980bc41f161da6c1b1a460f0bd87064c1d6594 --hash=sha256:3012fc79b19953f76a67b2e6bae5f456742e96f0ed33d3c6c9390b0586fc2da9"
        # rpds-py: nixpkgs has 0.25.0 and ==2026.9.1 is required by jsonschema, which comes from pip
        "rpds-py==2026.9.1 --hash=sha256:4793ef7f78268b124b73fa933440f01d258bbae01de9fa53e9080c9ab0425a12 --hash=sha256:a36b70596407634ca82d4b989a3729074a008537a0522e4c8046a67c729103e9 --hash=sha256:eba5d173f7d5708b22a93815017a4611873ed54db9f268077c0dd1ed99cfc858 --hash=sha256:457866b85daf5034296666168b84a69e0b2e89dc4f1af102b46f6448a60b9063 --hash=sha256:a3a52a3ba86436ab3aef510fbe21512abc2ddd1993005dfe50514bd2284ef025 --hash=sha256:d7841166b7fa64c9c56404617ae4341448847482d45933b13135d26c130519e5 --hash=sha256:926bdd3e3b5998ddf70cc64bc8cf57209571f9044542913afb673799fec77dd0 --hash=sha256:7868b85224291c6cb6759f9b5adb9745f486d226f62b16a614dd5a2a5ab2b35b --hash=sha256:3cd182d7291d29b92c521a0069d9c01ba6193628a9a105531d11b40a6d731a33 --hash=sha256:e6ea1cda8d8c688278430e4268a42f5e5da3bdd74578dfadc0820c3f1766ce83"
        # ruamel-yaml: nixpkgs has 0.18.14 and ==0.19.1 is required by great-expectations, which comes from pip
        "ruamel-yaml==0.19.1 --hash=sha256:53eb66cd27849eff968ebf8f0bf61f46cdac2da1d1f3576dd4ccee9b25c31993 --hash=sha256:27592957fedf6e0b62f281e96effd28043345e0e66001f97683aa9a40c667c93"
        # s3transfer: nixpkgs has 0.13.1 and ==0.19.3 is required by boto3, which comes from pip
        "s3transfer==0.19.3 --hash=sha256:8326acc3d056d7f7b8a37110c7d2aea41f67e83f6ae79cd3b5fbcca34c726406 --hash=sha256:24eb7535804306355e31c952a90022bf5b2f9d760f9a11062c7493a217c08553"
        # scrapy: nixpkgs' 2.13.3 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "scrapy==2.19.0 --hash=sha256:34130726582b64c91531162ab277c4053e558876d49ba219cb43679e71d80a87 --hash=sha256:44c1ad4b008f1976e946c75b2adce0e448cbfe470c584b1b59469abf270e8013"
        # sentry-sdk: nixpkgs' 2.39.0 would fit, but fastapi, which it needs for its extra fastapi, and opentelemetry-api, which fastapi is built against, come from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-distro, which comes from pip
        "sentry-sdk[fastapi]==2.75.0 --hash=sha256:c38ac2d4b2435c11da821e173bb9d9088c98f41ae92f559ce0e424170a8e1a29 --hash=sha256:9a10e97de2cbd42ad7e4a6e02a0d5af19de9811eb02445077d41ba14c08e170c"
        # service-identity: nixpkgs has 24.2.0 and ==26.1.0 is required by scrapy, which comes from pip
        "service-identity==26.1.0 --hash=sha256:6358c52882c96e66ac4a55eb3a72c7dd4a70763f8cc6fa4e70abde2656f4bf3b --hash=sha256:68c32dadbb69135fb951077677e07cd7f6031020f3a8c8f47a28cda8a0742118"
        # sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "sqlalchemy==2.1.9 --hash=sha256:d700a8b2edfb26282a470333d6bc4a454c4acda4d201a3bea7b72fa76c217d28 --hash=sha256:21ac08d200391224caf30d7af1ab613ec9ad3a1e0a26c31a299c7698d6a10160 --hash=sha256:3c0b5ae779051e98a1d1b614fa8f73c973f7ce65ad6ea2411b916e304da02652 --hash=sha256:15fb00f016b72e4e89bff3cd3b71f95012882aa5493c6c8c92a46d40714fa0dc --hash=sha256:ad7eab72de4b3b6d5b87beb532e28e0fa8272069cb71d68eb43a633c52da76f2 --hash=sha256:449fed5c2caa3b278cc57499d09db001fb3f28dc7f18affc48142aee4dcc0cdf"
        # starlette: nixpkgs has 0.47.2 and ==1.10.0 is required by fastapi, which comes from pip
        "starlette==1.10.0 --hash=sha256:b8399098d4c1e3522734f7235dc79b1fc967f96cf139c81e0fa30479e0685f9b --hash=sha256:478c0ab3b4ced6e82719849c118fa406f0278a3499c1a898cd15cd31bdc38ce4"
        # tblib: nixpkgs has 3.1.0 and ==3.2.2 is required by distributed, which comes from pip
        "tblib==3.2.2 --hash=sha256:e9a652692d91bf4f743d4a15bc174c0b76afc750fe8c7b6d195cc1c1d6d2ccec --hash=sha256:26bdccf339bcce6a88b2b5432c988b266ebbe63a4e593f6b578b1d2e723d2b76"
        # tldextract: nixpkgs' 5.3.0 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
        "tldextract==5.4.0 --hash=sha256:6c9223212c15c25c0da2bf7313893c14f175cb36b64a0c42da67a468e0c61ee3 --hash=sha256:7f02aed30bd3b6ad5717192eb859a39b20aafc7caf3917d9cf6cb00a58efb34f"
        # toolz: nixpkgs has 1.0.0 and ==1.2.0 is required by dask, which comes from pip
        "toolz==1.2.0 --hash=sha256:9667a038e9d6ecba37995e26cb2f59ec6420b6ad8dd9677de59db9b956b08490 --hash=sha256:890f820b1cb8152785aaf9386d8707770110809035800985ca65cb24ce1120ef"
        # tornado: nixpkgs has 6.5.1 and ==6.6.1 is required by bokeh, which comes from pip
        "tornado==6.6.1 --hash=sha256:28e6311402af59c8b02e3fa0f5e7d8eb465b25081381803b127d97e6a4395d5a --hash=sha256:a8d3e6acde5a80d13b13b5e4c7c226ca682f31d0a62b6c33cea038714bc2de1b --hash=sha256:1b6ff57cc69b339f8feb9e7b567b0e0eacb16bfaf234159496623ef7a67ba640 --hash=sha256:da6ce2da215810d56539fa6cac77d9e27f4d8139c6868c53436b2fe933f43c79 --hash=sha256:8cd28b2cacbe63d53e28a38546a3492b488417eeb3f7ecf10954476fc2508882 --hash=sha256:25b2619274bca77d0eb7b4d96dcf2d1142bb9bf172ad6a7491a1e1f82e6e48fa --hash=sha256:77dd6e0c659fdc45824e0746988ac5c060c2a9fee9b8cbbcdb999b3f29d3cd10"
        # tqdm: nixpkgs has 4.67.1 and ==4.70.1 is required by great-expectations, which comes from pip
        "tqdm==4.70.1 --hash=sha256:cefd0eca11b2a37a3aee776544d4f4ae913f02688135b5556b8788dfa474afc4 --hash=sha256:c293e525e6fef9c20e8728fd4612df02a0aa31bb5fe91ecd93e123b1b7bffa73"
        # truststore: nixpkgs has 0.10.4 and ==0.10.5 is required by httpx2, which comes from pip
        "truststore==0.10.5 --hash=sha256:30d36967ccaded5cbb38d602c433f53600036c79d502f4533a49b60a03bbefcd --hash=sha256:9aaaedaefaf06d8b206278cf8b5012bc897f485a874503501e12d776df78951c"
        # twisted: nixpkgs' 25.5.0 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "twisted==26.10.0 --hash=sha256:5f0355403e507fc23ceea85e9dbb4bc59335aabde41dd324e8b8cea180dd38de --hash=sha256:3732f42af218925a0fe78d6668db55853f7fb532245a89a2669babe7d3000fa8"
        # typer: nixpkgs has 0.17.4 and ==0.29.2 is required by fastapi-cloud-cli, which comes from pip
        "typer==0.29.2 --hash=sha256:b1998dc5f2c3dedafa1517a9521fa944cc4dc1fadcea085d81a3b10ebcaeb075 --hash=sha256:f30731f8ca758368b836b3714872e58e395cef8fcaff918c853b1969ed5274e7"
        # types-pyyaml: nixpkgs has 6.0.12.20250516 and ==6.0.12.20261113 is required by django-stubs, which comes from pip
        "types-pyyaml==6.0.12.20261113 --hash=sha256:0828be2580fd94151182364f4d0158e4de62fdbeeb8d4296f7f7d2b6c22bb640 --hash=sha256:3600749e613748afdc4327f0b17c3296cf880cdbc7335f320007abd9dd815f67"
        # typing-extensions: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "typing-extensions==4.16.0 --hash=sha256:dc983d19a509c94dba722ee6abd33940f7c05a89e243c47e907eb4db6f1a43e5 --hash=sha256:481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8"
        # typing-inspection: nixpkgs' 0.4.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by django-stubs, which comes from pip
        "typing-inspection==0.4.5 --hash=sha256:7f16c411e7930dc79596d42ab44672a3fe5f60eb34b781a1647e7872363120c7 --hash=sha256:bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39"
        # tzlocal: nixpkgs has 5.3.1 and ==5.4.5 is required by great-expectations, which comes from pip
        "tzlocal==5.4.5 --hash=sha256:ba976898bad27945178c9ca25c222c19e322b30c10342b9f40b46714f70d2d5f --hash=sha256:ecab534f6d65d9deb4c4ea52c121ab6dd5958e9b878e71dcb102578269752454"
        # urllib3: nixpkgs has 2.5.0 and ==2.8.0 is required by sentry-sdk, which comes from pip
        "urllib3==2.8.0 --hash=sha256:63bf2ead4c879426ebf22ef2a781eeb4aa3b4ae798a0435506f8687fd5bb9b63 --hash=sha256:0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3"
        # uvicorn: nixpkgs has 0.35.0 and ==0.54.0 is required by fastapi, which comes from pip
        "uvicorn==0.54.0 --hash=sha256:a2e33cbfaa0306f8e6b0c13e0cb89d7d7a2da3e62b90c66e18c33d9807b28620 --hash=sha256:505bdb0f318731d45f1f712071fc781a8981f6847a31c902c9f5e652d4f67faf"
        # uvloop: nixpkgs has 0.21.0 and ==0.23.0 is required by uvicorn, which comes from pip
        "uvloop==0.23.0 --hash=sha256:28d160f51ab4da3b187063652e643dea6831072add4adc1e6d62afbe73b6be27 --hash=sha256:2dcff2d69be43e6559e5dad2c5a7a2dbfb60e05a77311b6c4b7a4a8123d86c65 --hash=sha256:19c64108b507cd0bc140e400e3396bacebd9d504956aa7726272bf6de7d9aabb --hash=sha256:1748321e3c59a14a75404b1ae8d5a8d81c4e201803ea0e14c1b6fd84421024b5 --hash=sha256:e2cba180d6451822763eda8364f342435a873bcfb3849cbd82fdeca248ca65eb"
        # virtualenv: nixpkgs' 20.33.1 would fit, but packaging, which it is built against, comes from pip: nixpkgs has 25.0 and ==26.3 is required by opentelemetry-instrumentation, which comes from pip
        "virtualenv==21.15.8 --hash=sha256:cfa97e12996373ea030ccbae8eda23cae9cfdbe74aa7b627621b6a0bd03cd7d4 --hash=sha256:e4cb274633d6f3ddb19f535a3be7539ce8fe34fc7aa2b0c417ff6e96c3cf67dc"
        # w3lib: nixpkgs has 2.3.1 and ==2.5.0 is required by scrapy, which comes from pip
        "w3lib==2.5.0 --hash=sha256:a7ddf714508ddc1b8563bd19ace2feb28080bbaca39326cbc964359f6754f615 --hash=sha256:136fd5edfe64b53b8579838e2a7e803495bbbe6b69ddfaeed3c29a794b44f6ba"
        # watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
        "watchfiles==1.3.0 --hash=sha256:99aee4a07847c06820765fd7b1b49ceac4f3f711ccb7d104655a33231de1c207 --hash=sha256:000b9688fc8133037a8b075c8ebf98f32844ff8964dda61e85c1db547dafc441 --hash=sha256:bbc1198edfdc90fda0600f825aa94150f428dfcbf8138746f55998e0e660d64c --hash=sha256:4af9c464d410e8c44b58ddf1cbec7c3a02c1cb2c6c80df9c74659ba2fbda0ab5 --hash=sha256:eb94e40b9a0db19636b5e3fed0a9803452ecc7381df13b385272abb779ee83ca --hash=sha256:7398930a2b76b9dc67a4e6b8bfc7baf30946892a86f417a3920c07bdd6febc30 --hash=sha256:025b108f2d5cc2799cb941f79380df3e8b22bfb589c218e801767fe78d598c95 --hash=sha256:be9ef3cd403d756a304a0a08a112163c63da7ec72c8c9d083c98818291ff8f29 --hash=sha256:b5768b49e426fd5b550b012c866db347cdf15c398ef98dc557b6e6b72fa74cd1 --hash=sha256:d36c72fcdc08f143d87316a4c4c3b064e340da2c7383d39803950740ed418935"
        # wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from pip
        "wcwidth==0.9.4 --hash=sha256:fd8d57d3cdfe570e3265c8fab1885c24e34ef40889c0759c0c304a19e9835954 --hash=sha256:b7969c9aa258d536df54c8ac8af5cad0c74a6268c9972e1fb60a5f29feffb66d --hash=sha256:f279f32c8e206a9092fa350e53ca0c2bd8072e45b1c9fd31bb6d476b59b591c4 --hash=sha256:a1526cd25c6420e5153bb7d764c7509e692215ee3ad9b725db1ad665d47eae09 --hash=sha256:093469e01d881bff3db93ff3f56c364dc87c441ea01f9f41c22de0c0bdf5c6ef --hash=sha256:b185c8b927b23af2721be1783499d1cfa5c028b098b0858951b4ae224477f1c2 --hash=sha256:901eace6d2dd25ebb917d0ce5db18e5c537e1504c905cf32f0d006c12098b05d"
        # websockets: nixpkgs has 15.0.1 and ==17.4 is required by uvicorn, which comes from pip
        "websockets==17.4 --hash=sha256:09d3939b70df0c8ad2da145ebd50978bccaee1d565e838b0e7921a34d38571eb --hash=sha256:f24bed98595b9d854da8d6debaf82754abf3e8fe63ec90505ef560566814df7e --hash=sha256:156221ad7638b5abccefd6f798916bf3f8ffd6ac51480eb4ba5b05df914ccbf3 --hash=sha256:74e46409666c358b93fce0d8c6f4cb107d8dd7cba1302a38d49adf6fa8193c7e --hash=sha256:e3e80cad85ba68c07c1e8d4ccc9cf51e63bf6a73d6bf631640be947bd72b6b63 --hash=sha256:25eb661d8ba7e2b85ebb4e7a1bb9f6a3280910ed10b84330a7abfb5ed32d2764 --hash=sha256:c74954409ea5789f7a60daa5f94580c00ad0b60b20751c47b35c4784877b5057 --hash=sha256:47beedf07a706140b50786457e082497ee6b5970c41e49bcd1572ee3f4c73f80 --hash=sha256:9e282f35ece8895b9fa5af406fc6a4cb42f01e1009525cf46641de584781c83b --hash=sha256:361f9a21a33191d5287e7a75f508fc3b9bf47aaffb0241198d6b7be3384f294e --hash=sha256:4073ab7cefe5a2e7dc368c1f01eb27716dc8ea8f1c69e9b7725ebce05aa53cf7 --hash=sha256:c6bd2c9781915592b209160d0f017d4c7c82ad53075e6b0c24d2a89299e7f9e9"
        # werkzeug: nixpkgs has 3.1.3 and ==3.1.9 is required by moto, which comes from pip
        "werkzeug==3.1.9 --hash=sha256:55ca7c70a75689be937aa27f8ff4b018f06ff4838fc73045560bf0f5a1291060 --hash=sha256:6392e50c78460ba618e5b21f08a71f59c99ce99cdc6cf6e3dd7e6ccca8754fab"
        # wrapt: nixpkgs has 1.17.2 and ==2.5.2 is required by opentelemetry-instrumentation, which comes from pip
        "wrapt==2.5.2 --hash=sha256:551cb49e88b3722faad780303833bc4fa70685fb1773270fb98b40d39d9fddbf --hash=sha256:88f982c2bb306732271aa15cded4002ce28b5d9023de9d11e927da4dcf65e441 --hash=sha256:269321b17467a10997cc6e14793bf1816e6ce488f9711c74b72552466d206739 --hash=sha256:8b039b3a296762db1908d6108365225393c4fb33c1dbc5f00aa36f8302eaeaa0 --hash=sha256:e1af6136ac5bcfab17190a70b25d8437eb8d8f9ca2b821a0655d39275a8cb7e7 --hash=sha256:9d4e1cdf2efdc7181c8177f6090886e22278e70f7257df12863d2f52a9dcbbd7 --hash=sha256:61eb54e9540ea522c2c4752a57549a83d3c67e6704ed708403d28e067aaf90f0"
        # xmltodict: nixpkgs has 0.14.2 and ==1.0.4 is required by moto, which comes from pip
        "xmltodict==1.0.4 --hash=sha256:6d94c9f834dd9e44514162799d344d815a3a4faec913717a9ecbfa5be1bb8e61 --hash=sha256:a4a00d300b0e1c59fc2bfccb53d7b2e88c32f200df138a0dd2229f842497026a"
        # yarl: nixpkgs' 1.21.1 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
        "yarl==1.25.1 --hash=sha256:03dd38de09bc213e9a8b29761eec33ee1d5318dac0e49d8af36e4d27830e23a7 --hash=sha256:25868beca8b6765f8f7d0e11fe6dd7c66dd4b0793b9500286d20cc92352126a5 --hash=sha256:10b2fd95332f0d716d5eee3c9fb2ce8eada19082de7fee83d32e37992fd75c26 --hash=sha256:0f12afda4eea8c8994a76d4df1875c765194f5fbe8a9d197929ea303caee29ec --hash=sha256:14b79a30a93a3ce2e8832603fd0ab780ada281b0ba5110b519a634f2d7d7d1fc --hash=sha256:4bd6340d20ae2c7ca719b87b426e808e90743b676d05d4c26c4fb5ca71f41184 --hash=sha256:126a2533570c554719ca40a1288fdee1700b6bc82e7131aa69fa85252d92e651 --hash=sha256:a3faadac7d812ddac258feb57b9846b60c1b437c4f4b9ad42595c6f6fe4390df --hash=sha256:be80550d9bfe83d9b62398a37081a90434e6df2d978ec345c3d2820de6beddab --hash=sha256:e07595c7d6f4db270ceede356a1bd1c07a34f1c26f958d1ed0cd7b48e0d2bba3 --hash=sha256:681c758b0490f9e96b78e5fa8e8dc6e648e9185bb6eaebe73183c33ea0c445f3"
        # zope-interface: nixpkgs has 7.2 and ==8.7 is required by twisted, which comes from pip
        "zope-interface==8.7 --hash=sha256:0b47b62e8d0d99b24bcdd32f4f2120425e5019c3bee2ad69a0e1d75737487a96 --hash=sha256:78dcd615fe437ed995378478c266dac10a7635c2474fe6ad33bac43af8498a1d --hash=sha256:ae33b2ff2acff7b0ebd4272c3396a97c43f06cb2ac83820e16200ad50183bd50 --hash=sha256:96c9f040f7449b8dc2cfd58b2320c070c18dda5c98bfec27c6420dceea6a0f5b --hash=sha256:d30ed06ef78e9e1b41a50683b7d01727a3c363143c5bda09017e33f19827afc2 --hash=sha256:75ae2cca3a82dc37834cd8277044ee3a571bc2f81849541689a76997dc50812e"
      ]
      ++ lib.optionals (stdenv.hostPlatform.isLinux || stdenv.hostPlatform.isDarwin) [
        # asgiref: nixpkgs has 3.9.1 and ==3.13.0 is required by django, which comes from pip
        "asgiref==3.13.0 --hash=sha256:034cc8cbf72d00553b4be256703ac545120b4e50af13b49dec99da899aeeecb4 --hash=sha256:f9596a2434512686473d50f96ff6207fbba49ae1a785dfac614df4aeb085674d"
        # bokeh: nixpkgs has 3.7.3 and ==3.10.2 is required
        "bokeh==3.10.2 --hash=sha256:d9fba1004fae149c6e6d54ba37410e52b8d4622ed5c6dad2220afa1b61362de0 --hash=sha256:511f0c3ecbd396012b65b677826c92ccfa4e951a25484da068fed46b1183b154"
        # django: nixpkgs has 4.2.24 and >=5 is required
        "django==6.1.3 --hash=sha256:b5d2d9e35295065d13b1927b3f19a59bd119f737aa6299def14ccca1ae3c8c0d --hash=sha256:a0530e3fdac55d34ccc5893c36f6c57d7a7083064f3d414537e51473648b3290"
        # djangorestframework: nixpkgs' 3.16.0 would fit, but django, which it is built against, comes from pip: nixpkgs has 4.2.24 and >=5 is required
        "djangorestframework==3.18.3 --hash=sha256:446a9b352e7eff630421ab3f2328bd2401b109a9470afa4a31189994911ed030 --hash=sha256:8544bb674846731b1e3c9b309236ee1dc412905a0aa725be2ec193ca950a7d12"
        # numpy: nixpkgs has 2.3.2 and ==2.5.5 is required
        "numpy==2.5.5 --hash=sha256:5cddc243c75114ba845f01b1f87aca1572dbf7b6c2d88636ed3e1d2bccd7f1bf --hash=sha256:228e3d90e967495d61ddc79dd64e95267aae3bcf1b1c516a6186429106a0b444 --hash=sha256:7e71ac4284c700afa654e2d15b1b174166710dca932f24045e5dc92001b5bda0 --hash=sha256:e0cf407a83118faf0463ade48a4533982f1737c7c58aac29e08855f7d9ad2977 --hash=sha256:ac910558645a4b006f70596b450712b8564730c1b2ac10291fcedd656d321ec0 --hash=sha256:ae2b8285d0b4eed24739c3ca9ec0fa424a0247489c01e1d5fe2815a599e11d33 --hash=sha256:824025655df929268bfe6b47ed91a00d14209a6f760847cf150be446829e1ce4"
        # pillow: nixpkgs has 11.3.0 and ==13.0.0 is required by bokeh, which comes from pip
        "pillow==13.0.0 --hash=sha256:cdcd1ba258178f7356d74170c9a81ba4eab6a5d55748bc402a5a2a6fe6be3510 --hash=sha256:ef5fe6b7db3f501c56000ba8fe7c7e1a35ca1d45824fbeb95a67daa85cff4dbe --hash=sha256:f11a3c1358bb3c68012a7b1f41b223c3db9f7bfde90b481df028cfe1c3363313 --hash=sha256:19b66ca0a4d25cc0200b381ce824c7ea090db61427315e73cfb05dbf1b35c369 --hash=sha256:5f56499c1a74d2b862beb0c33b8016f99d095858455df9d21583bbbc1c15b582"
        # scipy: nixpkgs' 1.16.1 would fit, but numpy, which it is built against, comes from pip: nixpkgs has 2.3.2 and ==2.5.5 is required
        "scipy==1.18.1 --hash=sha256:52c4b7422442aba924d03ad4019852b08a92e64ea187b933135687bfe2747307 --hash=sha256:3ab3523da44749156e1f68b464dc56af11ae4cbc5c739a49d05f32b982eca9f3 --hash=sha256:e6fb6a55cc0ba97b59a1f288fb86dc6fce8bdfc0fffcbfd015e3a954bf2a2d93 --hash=sha256:ea324d9dd34c38bfb9bec8ca4d1b407db97dbb74029f566b8e322b1b6fe56fe6 --hash=sha256:75b00eb8fb802090aa903f4ea1c7f5a584779f967361e68b7e98e531cc2d7174 --hash=sha256:d416b16cccfd70fbf62400e84d0bb2f4e6af519a45557f1692c749b37f14b315 --hash=sha256:fdaf5ea890a6183d0565f51a61799d67081bd5b1cf03c5f4b3fd3732108625c9"
        # sqlparse: nixpkgs has 0.5.3 and ==0.6.1 is required by django, which comes from pip
        "sqlparse==0.6.1 --hash=sha256:ca722573f848ff2d30e40ea30f53a104b7dea7635ea9285891263eb2c58fb6e7 --hash=sha256:3be5a72d04c873d690d7c6dedd33d6fae2ef82759881ceec02fc2efd0cba564f"
        # xyzservices: nixpkgs has 2025.4.0 and ==2026.9.1 is required by bokeh, which comes from pip
        "xyzservices==2026.9.1 --hash=sha256:8d1a39bf6b192940cc5db5264eeefc1b20dd184f8b83b1303b078743744f5943 --hash=sha256:af4fddac0f1fa5f7951834e2c58e10109e722be548cb1fe4f1a8e8b18cef4c09"
      ]
    )
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

  # Wheels load these libraries. Only the virtual environment's Python sees them: exported to the
  # shell, they would break programs that are not from this nixpkgs.
  libraries = [
    stdenv.cc.cc.lib
    pkgs.zlib
  ];

  venvPython =
    if stdenv.hostPlatform.isLinux then
      pkgs.runCommand "python-with-libraries" { nativeBuildInputs = [ pkgs.makeBinaryWrapper ]; } ''
        makeBinaryWrapper ${python.interpreter} $out/bin/python3 \
          --inherit-argv0 \
          --prefix LD_LIBRARY_PATH : ${lib.makeLibraryPath libraries}
      ''
    else
      python;

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
        run("${venvPython}/bin/python3", "-I", "-m", "venv", "--without-pip", venv)
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
in
pkgs.mkShell {
  packages = [
    python.pkgs.venvShellHook
    base
    pkgs.pre-commit
    pkgs.gettext
  ];

  # Packages on PYTHONPATH would win over the virtual environment's: the base comes in behind them.
  dontAddPythonPath = true;

  # The hook takes any directory for a finished environment: it gets one that is.
  shellHook = ''
    export VIRTUAL_ENV=${lib.escapeShellArg (toString ./.venv)}
    unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
    # A command must not run in half an environment; in an interactive shell there is something to mend.
    ${python.interpreter} -I ${syncVenv} && venvDir=$VIRTUAL_ENV venvShellHook || [[ $- == *i* ]] || exit 1
  '';
}
