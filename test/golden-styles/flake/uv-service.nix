# Made by py2nix 0.0.0-source from pyproject.toml; to make it again:
#   py2nix convert -o flake.nix
# Versions are those of nixpkgs 0b4defa25843 (nixos-unstable, 2025-10-09).
{
  description = "Development environment of parcel-tracker";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "x86_64-darwin"
        "aarch64-darwin"
      ];

      shellFor =
        pkgs:
        let
          inherit (pkgs) lib stdenv;

          python = pkgs.python313;

          # From nixpkgs.
          base = python.withPackages (ps: [
            ps.coverage
            ps.h11
            ps.jinja2
            ps.mdurl
            ps.pexpect
            ps.ruff
            ps.shellingham
            ps.stack-data
          ]);

          # From pip, in a virtual environment over the rest.
          requirements = pkgs.writeText "requirements.txt" (
            lib.concatLines [
              # agent-detector: nixpkgs has no such package
              "agent-detector==2.0.0 --hash=sha256:19c8ae185dbdca23c24abdcd8ac2cf58b8e84dc284c6f6db536656601f9ffc3f --hash=sha256:22c6a1c9c23894a12f55aea625f060b8d3330fba774de72d02d5442bb580417f"
              # annotated-doc: nixpkgs has no such package
              "annotated-doc==0.0.7 --hash=sha256:0a30ef8f5322a4173720ae6712dc9a5e58f5a19868f3f167b4b5778db066c2b5 --hash=sha256:6bc31bbbec6dfaaedc1676dbc11dbda96fe22a2b5c400e9ebad113fec44a9dc6"
              # annotated-types: nixpkgs has 0.7.0 and ==0.8.0 is required by pydantic, which comes from pip
              "annotated-types==0.8.0 --hash=sha256:13b2beaad985e05e2d6407ee4c4f35590b11f8d693a258a561055cac8f64cab7 --hash=sha256:f072f4d804ea359e4eaf198b1af7a8b0943881a87f31bb764f8bf219bb9419e0"
              # anyio: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
              "anyio==4.16.0 --hash=sha256:59bb03251907983d1603d27c3087ddb1e93299ea2163adcdba37899a4fb12ffb --hash=sha256:c66ae634e0b8228396b801741beb3294326d4b6102f7bba4041c0dfb58c29026"
              # ast-serialize: nixpkgs has no such package
              "ast-serialize==0.13.1 --hash=sha256:401cc84e8888d4d76f2c8d296fa006ed1a5ff993b6aff90dd777c03973efd025 --hash=sha256:4bcf1d5f4eefecaa325a34ecf079b2741189e7d0821523f92cb343a389a67489 --hash=sha256:1b158f1c9e3a0d386913924c57995d6df78224868a4d0f215bdd41587c97b34a --hash=sha256:77a6201b69ce42e919f2fd9a559138d5410b5d8afff7c3a6b1f500b0481ff7d8 --hash=sha256:6eb0be64c9b8f1ed26637eef345abe75ea90351c92c85a8aec7838b3af971011 --hash=sha256:7f2427bddfca208e84de700044fadf9aef2769a70bae740a1bdabb89ee9e1117 --hash=sha256:88df960e67184a71874e5b2ee014f87d1254a0dbc1f903c7bd7b1ab7733ecaef --hash=sha256:9f99786e0d62082a5b121b3437f3167562133711df22128de1e9886f57f0b226 --hash=sha256:a01b515b25a03184eff4acef25b981ae007916379682e908fc8785b342a0bf3e --hash=sha256:29422d7bcd9e7f39411571c36cec45ce8a7a9b3ad4b2e7aa64497c15a9e397f6"
              # certifi: nixpkgs has 2025.07.14 and ==2026.10.18 is required by sentry-sdk, which comes from pip
              "certifi==2026.10.18 --hash=sha256:b9995d97b64d0431a5af837d8ca8cd6238104d1f319f04bd93ea43124d6c861e --hash=sha256:73191c47aaa79da394e8fee2dbc2ec827432cab56311122c9e47abf79e390f62"
              # charset-normalizer: nixpkgs has 3.4.3 and ==3.5.2 is required by requests, which comes from pip
              "charset-normalizer==3.5.2 --hash=sha256:39de2a259fc954455c57274dc94c79d5842774e1247a016aff30bc0efed0f4ef --hash=sha256:6045373d5a89a5ec71afde535db987ca28e76dfa276c2d4c818265b375d4b055 --hash=sha256:849df64e889b2e17230d58410a03dba311a65b163508fd33679b2b737d4b7858 --hash=sha256:15c44f7edfd477b06f517a5cc317fc1707edb9de2c865f43d4b6513907473234 --hash=sha256:a89012d6d5476ee112d20d998570ed58df2260a852afb1758809cd6900411d21 --hash=sha256:0c951d5e6dd9c2ff60609476752bee49da4206adde960ebc247766937f72e718 --hash=sha256:7218e8f32b0956cfcd048fd42d9d5779809745ca1d86113ca56f66e7ae1549c4 --hash=sha256:a19a731138fc27d5682277d3b9df22855cea1239bce7fcec5f78f42ef2d1f3c3 --hash=sha256:4275811936e2f06feff5e598fb42a1b7ae852da8e39605211892b56b81a34efd --hash=sha256:1c50fe28bbc2ced33386f298650d91218076c05420e6cbd790b913adc41659e7 --hash=sha256:d19fbd981a488e22cd04883659ca6b08f50b5974f9fd7c95655ef6a043e5893f --hash=sha256:0fed1d06615f022ee3b13caf5e8b180cfea32bb2c5aded8a9d44277afc040f93 --hash=sha256:838dcc90063569a0448120554591a1d6c4a4ffe11babf048908793154ab86ade --hash=sha256:2ce45c6627b22c47e390bc91a41c3d13032192e699fa0bea96e9671b373d69b0 --hash=sha256:0774bf9bf620249fee3e0b8b9fd3065de213be30f3aa94ce2494b3b638949e26 --hash=sha256:b6b751274acb69d77b3323d6b7dbaa3c7fdfc1eb829b7eb61d262f32e1af9685"
              # click: nixpkgs has 8.1.8 and ==8.5.1 is required by rich-toolkit, which comes from pip
              "click==8.5.1 --hash=sha256:9bbfada76703fd1d784b83eea012e3e8c6a001a876543ef104fa56aaaeb072b4 --hash=sha256:8bb5376d2006950386f8c6427613334a2acadc5f559cb80e638d00b4df957e37"
              # detect-installer: nixpkgs has no such package
              "detect-installer==0.2.1 --hash=sha256:85f889d4d19c1caf5bef89ef389eb920cd8c6c2a868e1eeceec24527b93021e7 --hash=sha256:87e2ce7d05cb108b178f8e45bb80d3d88c0cb4b397983345c18ad6562e02e620"
              # dnspython: nixpkgs has 2.7.0 and ==2.9.2 is required by email-validator, which comes from pip
              "dnspython==2.9.2 --hash=sha256:8d4d39a513e649d634004ce4d39ade2352efcea472a0247535a5c2d18a9d7ba9 --hash=sha256:af15f7d385a6ae2fb35a796fde2138004c8c42c7389090e2addc83e3b3340fd8"
              # email-validator: nixpkgs has 2.2.0 and ==2.4.0 is required by fastapi, which comes from pip
              "email-validator==2.4.0 --hash=sha256:be487bc50bc3bd832a98515a55a15649d9bec06d954fa178663190714b6c4ee1 --hash=sha256:4454e41c4e1c6b6caee34a1dc71d5e736791562be8fd179b02e298f796522684"
              # fastapi: nixpkgs' 0.116.1 would fit, but fastar, which it needs for its extra standard, comes from pip: nixpkgs has no such package
              "fastapi[standard]==0.165.0 --hash=sha256:dd94d4128319c1e1d50535ab023ab698f850a4d2822f0e181747b46f4ff3c0ab --hash=sha256:896f48462042bb4f162147eb8fac7e858753dc1f486765709baf105d70e4fc5b"
              # fastapi-cli: nixpkgs' 0.0.8 would fit, but fastapi-cloud-cli, which it needs for its extra standard, comes from pip: nixpkgs has no such package
              "fastapi-cli==0.0.34 --hash=sha256:7eeb74cf83edd75d22a9289713db03d8a0be3ed7a8daa48a3703a12d4f2a4615 --hash=sha256:4a1185b66308c7543e98957426a8ecd205d58853514cb9a68c78066f2e6e467b"
              # fastapi-cloud-cli: nixpkgs has no such package
              "fastapi-cloud-cli==0.28.0 --hash=sha256:7e70611d3f3f1f3bbd48cf5def95db927566f9668929cec96bc34dd632f09963 --hash=sha256:e1409bc42017a86f8092fdf1dd64ead129698936cfeb151a6c3e023f611fd620"
              # fastar: nixpkgs has no such package
              "fastar==0.12.0 --hash=sha256:bba71522eae6a7627a5514ffdd4ac9645ef27d82e23931d79fd974bb49c3f2ad --hash=sha256:654165090cdcac7ff13d43ee4012c366f0f2061ddf46658bc0ad248c8aa3960a --hash=sha256:685d3d45943b43c32c71c8470552a615c90e06ca532db1b7a5633f01aa108f0d --hash=sha256:f8da75b5eca0d3b540e50ab6b7dfe4b148d7ae8a0b444a9781fd1219392859a0 --hash=sha256:13c2df8db1b7a4d783429ffa1125c53f7dd9534baae7218eb49273797691e2a8 --hash=sha256:042fd43c4e0c3f3ba3f7b8a083694d1c4bd77d60ce266090d4eb96cb8a8021c2 --hash=sha256:6958a332c55052dd8090b03de238ca59190d625f4ba9c292b34e938ac64105ea --hash=sha256:6b05c0c739c43b9228e57fc59eb68c38660c62030bcdea3a032b269df71f5bb8 --hash=sha256:e2bfad69679111e4567d4bad41fd795071c9335cd94bc0f26e24b7d19e95c9b1 --hash=sha256:1155e1dd9c60cf636b6b3d35edfe242348f47286724fa84b5b4055c03d7fdbf6"
              # googleapis-common-protos: nixpkgs has 3.31.3 and ==1.76.0 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
              "googleapis-common-protos==1.76.0 --hash=sha256:71db0e44a1d4c2dd024ebad44ca67129cc1e2892e4861df466764749d5ef8642 --hash=sha256:59e13344a9f3651aa201a03e2bee815a3bf43a4baf1f9ff8a9b62a840ce25fac"
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
              # idna: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
              "idna==3.20 --hash=sha256:a7db850025b95ded1eae8a46181a1a6c56c92c96f0e2b005d9ff8dc0210cab44 --hash=sha256:ab7ae7122974553370f0bdb919e1a960b2cd1bc1ef0276416d896db81c14582c"
              # iniconfig: nixpkgs has 2.1.0 and ==2.3.1 is required by pytest, which comes from pip
              "iniconfig==2.3.1 --hash=sha256:67f4b9c50da0dedf52af349e7749a80a9057a5031199791b906c3bb3ae878960 --hash=sha256:9121e2c1fdb355232495be3194c8dfe87ccc2d5dee45947b78e68f499790d7a7"
              # ipython: nixpkgs' 9.5.0 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "ipython==9.18.1 --hash=sha256:6319c0f5372c196397899479e6db1783dd7937abae06815d1317e8d5d51aaaaf --hash=sha256:997ce9140d374531a61069c70c0f9ef299d6dd3559ea0f94b8af589726e3c1d5"
              # ipython-pygments-lexers: nixpkgs' 1.1.1 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "ipython-pygments-lexers==1.1.1 --hash=sha256:09c0138009e56b6854f9535736f4171d855c8c08a563a0dcd8022f78355c7e81 --hash=sha256:a9462224a505ade19a605f71f8fa63c2048833ce50abc86768a0d81d876dc81c"
              # jedi: nixpkgs has 0.19.2 and ==0.20.1 is required by ipython, which comes from pip
              "jedi==0.20.1 --hash=sha256:2f71208c3f9c1bca057c0e90d3f272aba44ace88fc4067d7587e9e069331b7e5 --hash=sha256:0fb16d86c4a4c73c37ba518c77419975e30fcc620658a8d14fbb5720cdd34142"
              # librt: nixpkgs has no such package
              "librt==0.16.0 --hash=sha256:ac38d6d8d66bf3d744148dbbc0b8e193e195a51e364ed55e224631f5721891fc --hash=sha256:c5e6144e68b577f157519f2ba88ca20e3ed61c29b00e5cdfa76cd2d45acf059a --hash=sha256:33f41443a1f4e1f099331b3d8120e409fbff84b9760bc1cc9ea496f37ddaa5cc --hash=sha256:7e510b7770bee609617a3374a96548eb114cae048023e3f049ee449e7ff2db32 --hash=sha256:efc49c462d4516b8a58b00b490078fa64689fd1fe66970cc190131d7afb8027e --hash=sha256:92caf82ebef5e12d21c72242b70d1e92536f1711cf2a727a4c276de4b4469087 --hash=sha256:17bac7f7a16b328fff77e440287693eb017abde913595b5827ebccbc21ecd8a6 --hash=sha256:5b976054553670829985ed767feb78fb6bcede0175327c4844dd5c281c1be659"
              # markdown-it-py: nixpkgs has 3.0.0 and ==4.3.0 is required by rich, which comes from pip
              "markdown-it-py==4.3.0 --hash=sha256:91a58fa5b72c71a40cf7177250fd767480d7a2bb3ac426ccfb76fb90305fdaaa --hash=sha256:7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa"
              # matplotlib-inline: nixpkgs has 0.1.7 and ==0.2.2 is required by ipython, which comes from pip
              "matplotlib-inline==0.2.2 --hash=sha256:72f3fe8fce36b70d4a5b612f899090cd0401deddc4ea90e1572b9f4bfb058c79 --hash=sha256:3c821cf1c209f59fb2d2d64abbf5b23b67bcb2210d663f9918dd851c6da1fcf6"
              # mypy: nixpkgs' 1.17.1 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from pip
              "mypy==2.4.1 --hash=sha256:63b590965691e540a335fa74dadf31a7069142f6b72e234689bbd244edf55623 --hash=sha256:3f1613bfe6726169a5680ec3dad5fe1f6d96285c12aded51ad432eadedd39d45 --hash=sha256:680ba5d9f0e3fe0c746b3d14df15f2a718e4bc308a1145616a1ea691ce7c354b --hash=sha256:1fb70621535c22fd4b1a0450d37ed1d6c5eb39656a1cebfb189084c12de54ba7 --hash=sha256:1784648d6ec8c2b5465e3f26241b845a0b3cb4e56c993c64abe16989e7698999"
              # mypy-extensions: nixpkgs has 1.1.0 and ==1.2.0 is required by mypy, which comes from pip
              "mypy-extensions==1.2.0 --hash=sha256:c6e275a07f1c2fc096b62940452d0eaa3f3af7de45d704787866240a7c6d5a51 --hash=sha256:993e7a20aa5671eb41a7132cf555af30062da99729601601b9a8382b11cae768"
              # opentelemetry-api: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
              "opentelemetry-api==1.45.2 --hash=sha256:d7b0008e21e5fd61cbe7a7f34ca3b6905a78ab677d9bc395e299359c75cda6b4 --hash=sha256:2cbd737377e710ee740d261c94e93fa0f08e6d037c18f17513cc0a2d94479a34"
              # opentelemetry-exporter-http-transport: nixpkgs has no such package
              "opentelemetry-exporter-http-transport==0.66b2 --hash=sha256:66d6ed810a515432c8891da9a834464332fd70badeca45bdeeae81b4280c903b --hash=sha256:fd5f5b490c099acda1cd7b909d5e8981436bf18cc8c6098d302d114c271720e9"
              # opentelemetry-exporter-otlp-common: nixpkgs has no such package
              "opentelemetry-exporter-otlp-common==0.66b2 --hash=sha256:06f5a9b88638e310efa1f1d206cdf6b75393e112aba4e174a963416192bd1028 --hash=sha256:ace86efb75489f925f1ef809856ae5f0c7db534e4afdc624530222228b1236a5"
              # opentelemetry-exporter-otlp-proto-common: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
              "opentelemetry-exporter-otlp-proto-common==1.45.2 --hash=sha256:f1f2806f3f28ce7938033823e50934fcd91595a39de38e69a28a51e19f40fc6d --hash=sha256:af483b24217028892f017096731b794b196b785025d2e6808874720fd0b05a80"
              # opentelemetry-exporter-otlp-proto-http: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
              "opentelemetry-exporter-otlp-proto-http==1.45.2 --hash=sha256:5984a3fb46bc4628e4e2b85d4a6e72637e03962aae6cf372791137768a4ad939 --hash=sha256:6e4d025138829d0ee57946930c2ccad6491ad4d92a958e9c7eea69278fe60cfc"
              # opentelemetry-proto: nixpkgs has 1.34.0 and ==1.45.2 is required by opentelemetry-exporter-otlp-proto-http, which comes from pip
              "opentelemetry-proto==1.45.2 --hash=sha256:bd8d23cf770605b0af9b7be2071d26a464fea289d35429abfd2a66226114ad64 --hash=sha256:03a7ca1b43f89fd5b965d5975902bb2515c0c86e2428b456836e9a6149c6235a"
              # opentelemetry-sdk: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
              "opentelemetry-sdk==1.45.2 --hash=sha256:7eec4de13dd21ff3a1670dcb0e02079e692736f94d733dfdce5af461d884248d --hash=sha256:ff974ea70ee4f1d51e2ec152db37c2b626c7bf82bb3f7d86114fd8704e7199c6"
              # opentelemetry-semantic-conventions: nixpkgs' 0.55b0 would fit, but opentelemetry-api, which it is built against, comes from pip: nixpkgs has 1.34.0 and ==1.45.2 is required by fastapi, which comes from pip
              "opentelemetry-semantic-conventions==0.66b2 --hash=sha256:7da5f1a5dc4383eb66711d4d3d3e71824d9403ac1559fea021cc103c1a4c4976 --hash=sha256:4cbe61e5f9275d57ab31708446e7938ef4291ebbe6a7fca6f7a629c5acae87d8"
              # packaging: nixpkgs has 25.0 and ==26.3 is required by pytest, which comes from pip
              "packaging==26.3 --hash=sha256:94edc256424af38762eb31306eed28beb9f0efc50a8837492c9d6fd6004aed79 --hash=sha256:d7193f7c8e4e93f444fde0262bf90af30e16fa0ad0ad44cb553c87339b23cd1c"
              # parso: nixpkgs has 0.8.4 and ==0.8.7 is required by jedi, which comes from pip
              "parso==0.8.7 --hash=sha256:eaaac4c9fdd5e9e8852dc778d2d7405897ec510f2a298071453e5e3a07914bb1 --hash=sha256:a8926eb2a1b915486941fdbd31e86a4baf88fe8c210f25f2f35ecec5b574ca1c"
              # pathspec: nixpkgs has 0.12.1 and ==1.1.1 is required by mypy, which comes from pip
              "pathspec==1.1.1 --hash=sha256:17db5ecd524104a120e173814c90367a96a98d07c45b2e10c2f3919fff91bf5a --hash=sha256:a00ce642f577bf7f473932318056212bc4f8bfdf53128c78bbd5af0b9b20b189"
              # pluggy: nixpkgs has 1.6.0 and ==1.7.0 is required by pytest, which comes from pip
              "pluggy==1.7.0 --hash=sha256:d1eaa46ebb595891b860ab086b4d09c8588af65ebd4361b8e8f4bb8920b90ba8 --hash=sha256:7dd7b0d8832ba3cb632c306926ded123429211b83641b35dc5c41ad2d34f9bec"
              # prompt-toolkit: nixpkgs has 3.0.52 and ==3.0.53 is required by ipython, which comes from pip
              "prompt-toolkit==3.0.53 --hash=sha256:9ec8a0ad96d5c56148b3f914aa79c1564c3fde5d2e6b876e7bc327e353cf8fa6 --hash=sha256:01c0891d7f9237d5e339f7d3e42cdae80b7534abb1c7c0e3352efba6231492f2"
              # protobuf: nixpkgs has 6.32.1 and ==7.36.2 is required by googleapis-common-protos, which comes from pip
              "protobuf==7.36.2 --hash=sha256:497d0463ff3316681da6c0b9e8d06cb465d61abce00b613ab42226175644d1bb --hash=sha256:cbc70b17ee27e28894c7fee8bb04be1abead49e936bc70eb60052531eee2079e --hash=sha256:e11e1f0180583a2af89db6a2ecd9e8dc40aa6d2988ca175bfd0e6d12ea72d74e --hash=sha256:f4fee11ec330d238b34a05c9b675f693c20415d1c5bd7d5320cc2f8a798eb9cf --hash=sha256:89f23aa53c24553a2416fd4fd1ec06f74fa42b14b546d8883128813f775bbfd2 --hash=sha256:bdb3a345d48db958e6ce1f18e508beb0cc981d64f24088427549c866cd039f1e"
              # psutil: nixpkgs has 7.0.0 and ==7.2.2 is required by ipython, which comes from pip
              "psutil==7.2.2 --hash=sha256:0746f5f8d406af344fd547f1c8daa5f5c33dbc293bb8d6a16d80b4bb88f59372 --hash=sha256:ed0cace939114f62738d808fdcecd4c869222507e266e574799e9c0faa17d486 --hash=sha256:1a7b04c10f32cc88ab39cbf606e117fd74721c831c98a27dc04578deb0c16979 --hash=sha256:076a2d2f923fd4821644f5ba89f059523da90dc9014e85f8e45a5774ca5bc6f9 --hash=sha256:b0726cecd84f9474419d67252add4ac0cd9811b04d61123054b9fb6f57df6e9e"
              # pydantic: nixpkgs has 2.11.7 and ==2.14.3 is required by fastapi-cloud-cli, which comes from pip
              "pydantic==2.14.3 --hash=sha256:1054f237f4d4733e5a30e1e2333bd33a2004ab9ab1510bd053a9a31bb48e232d --hash=sha256:3f7b347782ab7e4cf4c798496ae3a82787d9f21ec12676a9c564355eeef8daa8"
              # pydantic-core: nixpkgs has 2.33.2 and ==2.50.4 is required by pydantic, which comes from pip
              "pydantic-core==2.50.4 --hash=sha256:aead3b74b68396bf0feab5d57e050b730ded7df55853c1e048a87e00aaf033c6 --hash=sha256:0f87ae9db5ba8d8de40dcb93982cf8dd544e6552a80d3345af51941cc2146b80 --hash=sha256:1239daaf063e62213ca1f34d96663900bd7510c42a786e843fd328af70e46445 --hash=sha256:1afefe44ec042fbabfb4483ea258c04cf75ff4ff328d754f09b321fdaa232aca --hash=sha256:a9ee990bf2cfbd81574c5d4f9f6c9d480a14b5b43d2c4f2ca13f4c6f48089394 --hash=sha256:ab2822bcdcefb54d1e8ca29f5e3ec3afe160fb794bb3a3a73b09d11ed2671104 --hash=sha256:0001d6920e3a5d92758cda460d6dc9f918a78ad6d5d092f1c8b5395e6b775356 --hash=sha256:ad92d255a165cde5f9882ff69699eaf5495e0a1f32e97566bbbb80f11e46781f --hash=sha256:fb2bb5b557080da398b866408117d98fe9731a12334afd0cdff221b458cdc5dc --hash=sha256:92f8f63df729061bb14558ed740e7a222f6e2aa6c2e6a5bcfb4e706676562049"
              # pydantic-extra-types: nixpkgs has 2.10.5 and ==2.11.1 is required by fastapi, which comes from pip
              "pydantic-extra-types==2.11.1 --hash=sha256:46792d2307383859e923d8fcefa82108b1a141f8a9c0198982b3832ab5ef1049 --hash=sha256:1722ea2bddae5628ace25f2aa685b69978ef533123e5638cfbddb999e0100ec1"
              # pydantic-settings: nixpkgs has 2.10.1 and ==2.16.3 is required by fastapi, which comes from pip
              "pydantic-settings==2.16.3 --hash=sha256:10e36f616623ebb586c05ca3d3cd22927146869db413d4f14c20c514442a1337 --hash=sha256:d1db16a2d34006323a1b42c0640898da58adfbad7ec30baaa9e2b18aafc08999"
              # pygments: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "pygments==2.21.0 --hash=sha256:610ca751c9bc2492b38eb9a38a7fbc93edbbb2d7182edaf34e66ae493dee5c8c --hash=sha256:2363c69b61c4a97c838da3b130dcd6468f4848992b21a82f2a63ec34377137d9"
              # pytest: nixpkgs' 8.4.1 would fit, but pygments, which it is built against, comes from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "pytest==9.2.0 --hash=sha256:97c4f3b1f3c7414aa36465e09b8220f1d03627993bd51b1282e193753c80557b --hash=sha256:07acdcf88ec174f907dc01af70bf52d49b014bbab03faeeade31c96b18c2e588"
              # pytest-asyncio: nixpkgs' 1.1.0 would fit, but pytest, which it is built against, and pygments, which pytest is built against, come from pip: nixpkgs has 2.19.2 and ==2.21.0 is required by rich, which comes from pip
              "pytest-asyncio==1.5.0 --hash=sha256:92c8fa83ca419fd0d4bd6a34df6520dae435841d3733c319343249492adf37f7 --hash=sha256:557f255ee03cc84f84a8d5f438bc9c6e0f714bf86970ae743c7ecb5a38d7e07d"
              # python-dotenv: nixpkgs has 1.1.1 and ==1.2.4 is required by uvicorn, which comes from pip
              "python-dotenv==1.2.4 --hash=sha256:f0d53e69935a851c0dcc78f3ab7aaccd8cabef0b92382b576b824212902873c0 --hash=sha256:42269a8a5b3fd54ffa6f3d84b18abed50064717576b4ecf03dc4a55d8aa04fdc"
              # python-multipart: nixpkgs has 0.0.20 and ==0.0.34 is required by fastapi, which comes from pip
              "python-multipart==0.0.34 --hash=sha256:b998ae90ca6e1e363261ce2e0e230281b8af53867b757970abd69ee9edcd843a --hash=sha256:ebacd224bd686eee2f9aa1066a657affe07435a185834e05e5235e2e59173e91"
              # pyyaml: nixpkgs has 6.0.2 and ==6.0.3 is required by uvicorn, which comes from pip
              "pyyaml==6.0.3 --hash=sha256:d76623373421df22fb4cf8817020cbb7ef15c725b9d5e45f17e189bfc384190f --hash=sha256:8da9669d359f02c0b91ccc01cac4a67f16afec0dac22c2ad09f46bee0697eba8 --hash=sha256:2283a07e2c21a2aa78d9c4442724ec1eb15f5e42a723b99cb3d822d48f5f7ad1 --hash=sha256:ee2922902c45ae8ccada2c5b501ab86c36525b883eff4255313a253a3160861c --hash=sha256:a33284e20b78bd4a18c8c2282d549d10bc8408a2a7ff57653c0cf0b9be0afce5 --hash=sha256:0f29edc409a6392443abf94b9cf89ce99889a1dd5376d94316ae5145dfedd5d6"
              # requests: nixpkgs' 2.32.5 would fit, but idna, which it is built against, comes from pip: nixpkgs has 3.10 and ==3.20 is required by httpx2, which comes from pip
              "requests==2.34.2 --hash=sha256:f288924cae4e29463698d6d60bc6a4da69c89185ad1e0bcc4104f584e960b9ed --hash=sha256:2a0d60c172f83ac6ab31e4554906c0f3b3588d37b5cb939b1c061f4907e278e0"
              # rich: nixpkgs has 14.1.0 and ==15.0.0 is required by rich-toolkit, which comes from pip
              "rich==15.0.0 --hash=sha256:edd07a4824c6b40189fb7ac9bc4c52536e9780fbbfbddf6f1e2502c31b068c36 --hash=sha256:33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"
              # rich-toolkit: nixpkgs has 0.15.1 and ==0.20.6 is required by fastapi-cloud-cli, which comes from pip
              "rich-toolkit==0.20.6 --hash=sha256:04768f19438df877c6279e6e668ab0d88b5fff5c7ef3ac302838d97f7b03472e --hash=sha256:465453ba6f94f99401f59f79fb562827ba5f6b4d4759015d40019f5c67750262"
              # rignore: nixpkgs has no such package
              "rignore==0.8.1 --hash=sha256:2b6cf58501e9ff1b6a71c3fd66c8a105311e1f23237626fd4c9c00606bb3d30f --hash=sha256:16b17b02d3e6ff3b88583af4809b64e14c77cf4de195763f063e5e77d70cd112 --hash=sha256:58d7172259fd45d8ba00f3e02af5af2113f547f4a7fefab42cab567aa7c999fc --hash=sha256:8c5ce3b10ce4b716abc535bc0fdd66b0b9fa9f5b1987b36d3f5ece7d0e2a9a81 --hash=sha256:c199fa2d4a898e9b686d846371ead3c8e08d3e29f78e2ecabf4c580820a8f764 --hash=sha256:f7136b7ff29c37c8ec8effa3c59e27839482ba542af94fdc2581a59405e99037 --hash=sha256:32b0fcd01495cc4f4d10b5307f9f15818c9db752cfbd7a9ecb00b0f129a70dc2 --hash=sha256:2ca91c91a53135889945e77b286215ecd41c8f1090398db97ca3459c5a290eb6 --hash=sha256:67e30c0883f9aef3bcc45e5dc6980bc41f161da6c1b1a460f0bd87064c1d6594 --hash=sha256:3012fc79b19953f76a67b2e6bae5f456742e96f0ed33d3c6c9390b0586fc2da9"
              # sentry-sdk: nixpkgs has 2.39.0 and ==2.75.0 is required by fastapi-cloud-cli, which comes from pip
              "sentry-sdk==2.75.0 --hash=sha256:c38ac2d4b2435c11da821e173bb9d9088c98f41ae92f559ce0e424170a8e1a29 --hash=sha256:9a10e97de2cbd42ad7e4a6e02a0d5af19de9811eb02445077d41ba14c08e170c"
              # sqlalchemy: nixpkgs' 2.0.43 would fit, but typing-extensions, which it is built against, comes from pip: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from pip
              "sqlalchemy==2.1.9 --hash=sha256:d700a8b2edfb26282a470333d6bc4a454c4acda4d201a3bea7b72fa76c217d28 --hash=sha256:21ac08d200391224caf30d7af1ab613ec9ad3a1e0a26c31a299c7698d6a10160 --hash=sha256:3c0b5ae779051e98a1d1b614fa8f73c973f7ce65ad6ea2411b916e304da02652 --hash=sha256:15fb00f016b72e4e89bff3cd3b71f95012882aa5493c6c8c92a46d40714fa0dc --hash=sha256:ad7eab72de4b3b6d5b87beb532e28e0fa8272069cb71d68eb43a633c52da76f2 --hash=sha256:449fed5c2caa3b278cc57499d09db001fb3f28dc7f18affc48142aee4dcc0cdf"
              # starlette: nixpkgs has 0.47.2 and ==1.10.0 is required by fastapi, which comes from pip
              "starlette==1.10.0 --hash=sha256:b8399098d4c1e3522734f7235dc79b1fc967f96cf139c81e0fa30479e0685f9b --hash=sha256:478c0ab3b4ced6e82719849c118fa406f0278a3499c1a898cd15cd31bdc38ce4"
              # traitlets: nixpkgs has 5.14.3 and ==5.16.1 is required by ipython, which comes from pip
              "traitlets==5.16.1 --hash=sha256:ed900c2b631aa3a112811139fa97b8d2c3bad5e989656bba4b7e52c7852c18c1 --hash=sha256:f775618166caa0396c8e337099240f2bd3e5e917d203b2e6fbe21a58d3cb1f6b"
              # truststore: nixpkgs has 0.10.4 and ==0.10.5 is required by httpx2, which comes from pip
              "truststore==0.10.5 --hash=sha256:30d36967ccaded5cbb38d602c433f53600036c79d502f4533a49b60a03bbefcd --hash=sha256:9aaaedaefaf06d8b206278cf8b5012bc897f485a874503501e12d776df78951c"
              # typer: nixpkgs has 0.17.4 and ==0.29.2 is required by fastapi-cloud-cli, which comes from pip
              "typer==0.29.2 --hash=sha256:b1998dc5f2c3dedafa1517a9521fa944cc4dc1fadcea085d81a3b10ebcaeb075 --hash=sha256:f30731f8ca758368b836b3714872e58e395cef8fcaff918c853b1969ed5274e7"
              # typing-extensions: nixpkgs has 4.14.1 and ==4.16.0 is required by fastapi, which comes from pip
              "typing-extensions==4.16.0 --hash=sha256:dc983d19a509c94dba722ee6abd33940f7c05a89e243c47e907eb4db6f1a43e5 --hash=sha256:481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8"
              # typing-inspection: nixpkgs has 0.4.1 and ==0.4.5 is required by fastapi, which comes from pip
              "typing-inspection==0.4.5 --hash=sha256:7f16c411e7930dc79596d42ab44672a3fe5f60eb34b781a1647e7872363120c7 --hash=sha256:bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39"
              # urllib3: nixpkgs has 2.5.0 and ==2.8.0 is required by sentry-sdk, which comes from pip
              "urllib3==2.8.0 --hash=sha256:63bf2ead4c879426ebf22ef2a781eeb4aa3b4ae798a0435506f8687fd5bb9b63 --hash=sha256:0cf3cae568d36aa9576b28dfb35f11328f1cb974ca7647d9475ebb86c75ac6e3"
              # uvicorn: nixpkgs has 0.35.0 and ==0.54.0 is required by fastapi-cloud-cli, which comes from pip
              "uvicorn==0.54.0 --hash=sha256:a2e33cbfaa0306f8e6b0c13e0cb89d7d7a2da3e62b90c66e18c33d9807b28620 --hash=sha256:505bdb0f318731d45f1f712071fc781a8981f6847a31c902c9f5e652d4f67faf"
              # uvloop: nixpkgs has 0.21.0 and ==0.23.0 is required by uvicorn, which comes from pip
              "uvloop==0.23.0 --hash=sha256:28d160f51ab4da3b187063652e643dea6831072add4adc1e6d62afbe73b6be27 --hash=sha256:2dcff2d69be43e6559e5dad2c5a7a2dbfb60e05a77311b6c4b7a4a8123d86c65 --hash=sha256:19c64108b507cd0bc140e400e3396bacebd9d504956aa7726272bf6de7d9aabb --hash=sha256:1748321e3c59a14a75404b1ae8d5a8d81c4e201803ea0e14c1b6fd84421024b5 --hash=sha256:e2cba180d6451822763eda8364f342435a873bcfb3849cbd82fdeca248ca65eb"
              # watchfiles: nixpkgs' 1.0.5 would fit, but anyio, which it is built against, comes from pip: nixpkgs has 4.10.0 and ==4.16.0 is required by httpx2, which comes from pip
              "watchfiles==1.3.0 --hash=sha256:99aee4a07847c06820765fd7b1b49ceac4f3f711ccb7d104655a33231de1c207 --hash=sha256:000b9688fc8133037a8b075c8ebf98f32844ff8964dda61e85c1db547dafc441 --hash=sha256:bbc1198edfdc90fda0600f825aa94150f428dfcbf8138746f55998e0e660d64c --hash=sha256:4af9c464d410e8c44b58ddf1cbec7c3a02c1cb2c6c80df9c74659ba2fbda0ab5 --hash=sha256:eb94e40b9a0db19636b5e3fed0a9803452ecc7381df13b385272abb779ee83ca --hash=sha256:7398930a2b76b9dc67a4e6b8bfc7baf30946892a86f417a3920c07bdd6febc30 --hash=sha256:025b108f2d5cc2799cb941f79380df3e8b22bfb589c218e801767fe78d598c95 --hash=sha256:be9ef3cd403d756a304a0a08a112163c63da7ec72c8c9d083c98818291ff8f29 --hash=sha256:b5768b49e426fd5b550b012c866db347cdf15c398ef98dc557b6e6b72fa74cd1 --hash=sha256:d36c72fcdc08f143d87316a4c4c3b064e340da2c7383d39803950740ed418935"
              # wcwidth: nixpkgs has 0.2.13 and ==0.9.4 is required by prompt-toolkit, which comes from pip
              "wcwidth==0.9.4 --hash=sha256:fd8d57d3cdfe570e3265c8fab1885c24e34ef40889c0759c0c304a19e9835954 --hash=sha256:b7969c9aa258d536df54c8ac8af5cad0c74a6268c9972e1fb60a5f29feffb66d --hash=sha256:f279f32c8e206a9092fa350e53ca0c2bd8072e45b1c9fd31bb6d476b59b591c4 --hash=sha256:a1526cd25c6420e5153bb7d764c7509e692215ee3ad9b725db1ad665d47eae09 --hash=sha256:093469e01d881bff3db93ff3f56c364dc87c441ea01f9f41c22de0c0bdf5c6ef --hash=sha256:b185c8b927b23af2721be1783499d1cfa5c028b098b0858951b4ae224477f1c2 --hash=sha256:901eace6d2dd25ebb917d0ce5db18e5c537e1504c905cf32f0d006c12098b05d"
              # websockets: nixpkgs has 15.0.1 and ==17.4 is required by uvicorn, which comes from pip
              "websockets==17.4 --hash=sha256:09d3939b70df0c8ad2da145ebd50978bccaee1d565e838b0e7921a34d38571eb --hash=sha256:f24bed98595b9d854da8d6debaf82754abf3e8fe63ec90505ef560566814df7e --hash=sha256:156221ad7638b5abccefd6f798916bf3f8ffd6ac51480eb4ba5b05df914ccbf3 --hash=sha256:74e46409666c358b93fce0d8c6f4cb107d8dd7cba1302a38d49adf6fa8193c7e --hash=sha256:e3e80cad85ba68c07c1e8d4ccc9cf51e63bf6a73d6bf631640be947bd72b6b63 --hash=sha256:25eb661d8ba7e2b85ebb4e7a1bb9f6a3280910ed10b84330a7abfb5ed32d2764 --hash=sha256:c74954409ea5789f7a60daa5f94580c00ad0b60b20751c47b35c4784877b5057 --hash=sha256:47beedf07a706140b50786457e082497ee6b5970c41e49bcd1572ee3f4c73f80 --hash=sha256:9e282f35ece8895b9fa5af406fc6a4cb42f01e1009525cf46641de584781c83b --hash=sha256:361f9a21a33191d5287e7a75f508fc3b9bf47aaffb0241198d6b7be3384f294e --hash=sha256:4073ab7cefe5a2e7dc368c1f01eb27716dc8ea8f1c69e9b7725ebce05aa53cf7 --hash=sha256:c6bd2c9781915592b209160d0f017d4c7c82ad53075e6b0c24d2a89299e7f9e9"
            ]
          );

          # The project itself, at last: the rest is of use without it.
          project = pkgs.writeText "project.txt" (lib.concatLines [ "-e ./." ]);

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
            ' ${requirements} ${lib.escapeShellArg "parcel-tracker"} > $out
          '';

          # The project's own constraints.
          projectConstraints = pkgs.writeText "project-constraints.txt" (
            lib.concatLines [
              "greenlet>=3"
              "starlette<2"
            ]
          );

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
                without_project = wanted + b" without the project"
                if made != without_project:
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
                    pip_install("-r", "${requirements}", "-c", "${constraints}", "-c", "${projectConstraints}")
                try:
                    pip_install("--no-deps", "-r", "${project}")
                except SystemExit:
                    print("The project itself is not installed: the next entry tries again", file=sys.stderr)
                    wanted = without_project
                stamp.write_bytes(wanted)
            except KeyboardInterrupt:
                sys.exit(f"\n{unfinished}")
            except (OSError, UnicodeError) as error:
                sys.exit(f"{error}\n{unfinished}")
          '';
        in
        pkgs.mkShell {
          packages = [ base ];

          # Packages on PYTHONPATH would win over the virtual environment's.
          dontAddPythonPath = true;

          shellHook = ''
            # The flake itself is in the store: the project is where its flake.nix is, here or above.
            export VIRTUAL_ENV=$PWD
            while [[ $VIRTUAL_ENV != "" && ! -e $VIRTUAL_ENV/flake.nix ]]; do VIRTUAL_ENV=''${VIRTUAL_ENV%/*}; done
            VIRTUAL_ENV=''${VIRTUAL_ENV:-$PWD}/.venv
            unset PYTHONPATH PYTHONHOME SOURCE_DATE_EPOCH
            # A command must not run in half an environment; in an interactive shell there is something to mend.
            ${python.interpreter} -I ${syncVenv} || [[ $- == *i* ]] || exit 1
            export PATH="$VIRTUAL_ENV/bin:$PATH"
          '';
        };
    in
    {
      devShells = nixpkgs.lib.genAttrs systems (system: {
        default = shellFor nixpkgs.legacyPackages.${system};
      });
    };
}
