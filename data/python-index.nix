# What py2nix asks of a nixpkgs: its interpreters, the names of a Python set, and what a set or the top has under some names. The
# arguments are strings, so that nothing of them is read as code. Nothing is built. For every Nix since 2.8, and Lix.
{
  # A path, `<name>` for one of NIX_PATH, or an archive's URL with its hash.
  nixpkgs ? "<nixpkgs>",
  hash ? "",
  system ? builtins.currentSystem,
  # Whether the nixpkgs keeps its aliases: `yes` for one that does not evaluate without.
  aliases ? "no",
  # interpreters, versions, names, packages, plain (without what a package needs) or programs
  ask,
  # The interpreter whose set is asked for.
  interpreter ? "python3",
  # JSON: a list of attribute paths, each a list of names.
  paths ? "[]",
}:

let
  inherit (builtins)
    attrNames
    deepSeq
    filter
    foldl'
    fromJSON
    head
    isAttrs
    isList
    isString
    map
    match
    parseDrvName
    tryEval
    ;

  lookedUp = match "<(.+)>" nixpkgs;
  source =
    if lookedUp != null then
      builtins.findFile builtins.nixPath (head lookedUp)
    else if hash != "" then
      fetchTarball {
        url = nixpkgs;
        sha256 = hash;
      }
    else
      nixpkgs;

  pkgs = import source {
    inherit system;
    config.allowAliases = aliases == "yes";
    overlays = [ ];
  };
  python = pkgs.${interpreter};
  set = pkgs."${interpreter}Packages" or python.pkgs;

  # tryEval looks at the outermost value alone, and catches `throw` and `assert`. For what else goes wrong, py2nix asks again
  # for fewer names.
  try =
    default: value:
    let
      tried = tryEval (deepSeq value value);
    in
    if tried.success then tried.value else default;
  text = value: if isString value then builtins.unsafeDiscardStringContext value else null;
  isDerivation = value: isAttrs value && (value.type or null) == "derivation";
  # The interpreter itself is in every list of dependencies, and is none.
  isPython =
    value:
    isDerivation value
    && (value.pythonModule.pythonVersion or null) == python.pythonVersion
    && !(value ? withPackages);
  pnameOf = drv: text (drv.pname or (parseDrvName (drv.name or "")).name);
  needsOf = drvs: filter (name: name != null) (map pnameOf (filter isPython drvs));
  listOf = value: if isList value then value else [ ];

  flagsOf =
    drv:
    filter (flag: flag != null) [
      (if try true (drv.meta.broken or false == true) then "broken" else null)
      (if try false (drv.disabled or false == true) then "disabled" else null)
      (if try false (drv.meta.insecure or false == true) then "insecure" else null)
      (if try false (drv.meta.unfree or false == true) then "unfree" else null)
      (if try false (drv.meta.unsupported or false == true) then "unsupported" else null)
    ];

  at = root: path: foldl' (set: name: if isAttrs set then set.${name} or null else null) root path;

  row = drv: {
    pname = try null (pnameOf drv);
    version = try null (text (drv.version or (parseDrvName (drv.name or "")).version));
    flags = flagsOf drv;
  };

  package =
    drv:
    row drv
    // {
      needs = try null (needsOf (listOf (drv.propagatedBuildInputs or [ ])));
      # A list of pairs: an attribute set with an attribute `outPath` would become that alone.
      extras = try [ ] (
        map (extra: {
          inherit extra;
          needs = try [ ] (needsOf (listOf drv.optional-dependencies.${extra}));
        }) (attrNames (drv.optional-dependencies or { }))
      );
    };

  # The names of a set of packages that is in a set of packages.
  below =
    found:
    if isAttrs found && !(isDerivation found) && (found.recurseForDerivations or false) == true then
      { below = attrNames found; }
    else
      null;

  # What the paths lead to, in their order.
  under = root: describe: map (path: try null (describe (at root path))) (fromJSON paths);

  answers = {
    interpreters = {
      nixpkgs = toString source;
      system = system;
      release = try "" (text (pkgs.lib.trivial.release or ""));
      suffix = try "" (text (pkgs.lib.trivial.versionSuffix or ""));
      revision = try "" (text (pkgs.lib.trivial.revisionWithDefault or (default: default) ""));
      interpreters = filter (name: match "python3[0-9]+" name != null) (attrNames pkgs);
    };

    # For each interpreter its version, and whether nixpkgs builds its set.
    versions = map (
      path:
      let
        found = at pkgs path;
        ofSet = pkgs."${head path}Packages" or { };
      in
      if try false (isDerivation found) then
        {
          version = try null (text found.version);
          isBuilt = try false (ofSet.recurseForDerivations or false == true);
        }
      else
        null
    ) (fromJSON paths);

    names = attrNames set;

    packages = under set (found: if isPython found then package found else below found);
    plain = under set (found: if isPython found then row found else below found);
    programs = under pkgs (found: if isDerivation found then row found else null);
  };
in
answers.${ask}
