# The functions of nixpkgs' `lib` that a generated shell may use, with nixpkgs' meaning of each
# (lib/strings.nix, lib/lists.nix, lib/attrsets.nix, lib/meta.nix). Written anew: only the meaning is shared.
let
  inherit (builtins)
    concatMap
    concatStringsSep
    elem
    elemAt
    filter
    foldl'
    getAttr
    hasAttr
    head
    isAttrs
    isList
    isString
    length
    match
    replaceStrings
    stringLength
    substring
    tail
    ;

  # The output that a caller means when he hands over a whole package: the named one, else the main one.
  # A package on which an output was chosen already (`zlib.dev`) stays as it is.
  getOutput =
    output: package:
    if package.outputSpecified or false then package else package.${output} or package.out or package;

  lower = "abcdefghijklmnopqrstuvwxyz";
  upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  warn = message: value: builtins.trace "warning: ${message}" value;
in
rec {
  inherit (builtins)
    all
    any
    attrNames
    attrValues
    catAttrs
    compareVersions
    concatMap
    concatStringsSep
    concatLists
    elem
    elemAt
    filter
    foldl'
    functionArgs
    genList
    getAttr
    hasAttr
    head
    intersectAttrs
    isAttrs
    isBool
    isFunction
    isInt
    isList
    isString
    length
    listToAttrs
    mapAttrs
    partition
    removeAttrs
    replaceStrings
    splitVersion
    stringLength
    substring
    tail
    toJSON
    ;
  inherit getOutput warn;

  # trivial
  id = x: x;
  const = x: _: x;
  flip =
    f: a: b:
    f b a;
  pipe = foldl' (x: f: f x);
  fix =
    f:
    let
      x = f x;
    in
    x;
  extends =
    overlay: f: final:
    let
      prev = f final;
    in
    prev // overlay final prev;
  composeManyExtensions =
    overlays: final: prev:
    foldl' (set: overlay: set // overlay final (prev // set)) { } overlays;
  importJSON = path: builtins.fromJSON (builtins.readFile path);
  throwIf = condition: message: if condition then throw message else id;
  throwIfNot = condition: throwIf (!condition);
  warnIf = condition: message: if condition then warn message else id;
  assertMsg = condition: message: condition || throw message;
  version = "25.11-stub";
  trivial = {
    release = "25.11";
  };

  # Without what a version control system or an editor leaves there (lib/sources.nix).
  cleanSource = builtins.filterSource (
    path: _type:
    let
      name = baseNameOf path;
    in
    !(elem name [
      ".git"
      ".hg"
      ".svn"
      "CVS"
      "result"
    ])
    && builtins.match ".*(~|\\.o|\\.so|\\.sw[a-z])" name == null
  );

  # lists
  optional = condition: x: if condition then [ x ] else [ ];
  optionals = condition: list: if condition then list else [ ];
  singleton = x: [ x ];
  toList = x: if isList x then x else [ x ];
  flatten = x: if isList x then concatMap flatten x else [ x ];
  foldr =
    f: nul: list:
    if list == [ ] then nul else f (head list) (foldr f nul (tail list));
  unique = foldl' (seen: x: if elem x seen then seen else seen ++ [ x ]) [ ];
  remove = unwanted: filter (x: x != unwanted);
  takeWhile =
    keep: list:
    if list != [ ] && keep (head list) then [ (head list) ] ++ takeWhile keep (tail list) else [ ];
  subtractLists = unwanted: filter (x: !(elem x unwanted));
  reverseList =
    list:
    let
      n = length list;
    in
    builtins.genList (i: elemAt list (n - i - 1)) n;
  last = list: elemAt list (length list - 1);
  naturalSort = builtins.sort builtins.lessThan;

  # attribute sets
  attrByPath =
    path: default: set:
    if path == [ ] then
      set
    else if isAttrs set && hasAttr (head path) set then
      attrByPath (tail path) default (getAttr (head path) set)
    else
      default;
  hasAttrByPath =
    path: set:
    path == [ ]
    || (isAttrs set && hasAttr (head path) set && hasAttrByPath (tail path) (getAttr (head path) set));
  getAttrFromPath =
    path: attrByPath path (throw "cannot find attribute '${concatStringsSep "." path}'");
  attrVals = names: set: map (name: set.${name}) names;
  nameValuePair = name: value: { inherit name value; };
  genAttrs =
    names: f:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = f name;
      }) names
    );
  optionalAttrs = condition: set: if condition then set else { };
  filterAttrs =
    keep: set: removeAttrs set (filter (name: !(keep name set.${name})) (builtins.attrNames set));
  mapAttrsToList = f: set: map (name: f name set.${name}) (builtins.attrNames set);
  isDerivation = x: (x.type or null) == "derivation";
  getBin = getOutput "bin";
  getLib = getOutput "lib";
  getDev = getOutput "dev";

  # strings
  optionalString = condition: string: if condition then string else "";
  concatStrings = concatStringsSep "";
  concatMapStrings = f: list: concatStringsSep "" (map f list);
  concatMapStringsSep =
    separator: f: list:
    concatStringsSep separator (map f list);
  concatMapAttrsStringSep =
    separator: f: set:
    concatStringsSep separator (mapAttrsToList f set);
  concatLines = concatMapStrings (line: line + "\n");
  hasPrefix = prefix: string: substring 0 (stringLength prefix) string == prefix;
  hasSuffix =
    suffix: string:
    let
      n = stringLength string - stringLength suffix;
    in
    n >= 0 && substring n (-1) string == suffix;
  hasInfix = infix: string: length (splitString infix string) > 1;
  removePrefix =
    prefix: string:
    if hasPrefix prefix string then substring (stringLength prefix) (-1) string else string;
  removeSuffix =
    suffix: string:
    if hasSuffix suffix string then
      substring 0 (stringLength string - stringLength suffix) string
    else
      string;
  splitString = separator: string: filter isString (builtins.split (escapeRegex separator) string);
  escape = characters: replaceStrings characters (map (c: "\\${c}") characters);
  escapeRegex = escape [
    "\\"
    "["
    "{"
    "("
    ")"
    "^"
    "$"
    "?"
    "*"
    "+"
    "|"
    "."
  ];
  toLower = replaceStrings (stringToCharacters upper) (stringToCharacters lower);
  toUpper = replaceStrings (stringToCharacters lower) (stringToCharacters upper);
  stringToCharacters = string: builtins.genList (i: substring i 1 string) (stringLength string);

  # A word that no shell would read as anything else stays bare, as in nixpkgs since 23.05.
  escapeShellArg =
    arg:
    let
      string = toString arg;
    in
    if match "[[:alnum:],._+:@%/-]+" string == null then
      "'${replaceStrings [ "'" ] [ "'\\''" ] string}'"
    else
      string;
  escapeShellArgs = args: concatStringsSep " " (map escapeShellArg args);
  escapeNixString = string: replaceStrings [ "$" ] [ "\\$" ] (builtins.toJSON string);
  # All but RFC 3986's unreserved characters. Only ASCII here.
  escapeURL =
    let
      reserved = stringToCharacters " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}";
      codes = map (c: "%${c}") [
        "20"
        "21"
        "22"
        "23"
        "24"
        "25"
        "26"
        "27"
        "28"
        "29"
        "2A"
        "2B"
        "2C"
        "2F"
        "3A"
        "3B"
        "3C"
        "3D"
        "3E"
        "3F"
        "40"
        "5B"
        "5C"
        "5D"
        "5E"
        "60"
        "7B"
        "7C"
        "7D"
      ];
    in
    replaceStrings reserved codes;

  # versions
  versionOlder = a: b: builtins.compareVersions b a == 1;
  versionAtLeast = a: b: !(versionOlder a b);
  versions = {
    major = version: elemAt (builtins.splitVersion version) 0;
    majorMinor =
      version:
      concatStringsSep "." [
        (elemAt (builtins.splitVersion version) 0)
        (elemAt (builtins.splitVersion version) 1)
      ];
  };
  getName =
    x:
    if isString x then
      (builtins.parseDrvName x).name
    else
      x.pname or (builtins.parseDrvName x.name).name;
  getVersion = x: if isString x then (builtins.parseDrvName x).version else x.version or "";

  # paths and programs
  makeSearchPath =
    subDir: paths: concatStringsSep ":" (map (path: "${path}/${subDir}") (filter (x: x != null) paths));
  makeSearchPathOutput =
    output: subDir: packages:
    makeSearchPath subDir (map (getOutput output) (filter (x: x != null) packages));
  makeLibraryPath = makeSearchPathOutput "lib" "lib";
  makeBinPath = makeSearchPathOutput "bin" "bin";
  getExe =
    package:
    getExe' package (
      package.meta.mainProgram
        or (warn "getExe: package ${getName package} has no meta.mainProgram" (getName package))
    );
  getExe' = package: program: "${getOutput "bin" package}/bin/${program}";

  strings = {
    inherit
      concatLines
      concatMapStrings
      concatMapStringsSep
      concatStrings
      escapeNixString
      escapeShellArg
      escapeShellArgs
      escapeURL
      hasInfix
      hasPrefix
      hasSuffix
      makeBinPath
      makeLibraryPath
      optionalString
      removePrefix
      removeSuffix
      splitString
      ;
    inherit concatStringsSep;
  };
}
