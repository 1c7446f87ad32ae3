# The embedded index, as data: the same files that py2nix reads. PY2NIX_STUB_INDEX names another folder.
let
  fromEnv = builtins.getEnv "PY2NIX_STUB_INDEX";
  dir = if fromEnv == "" then ../../data/nixpkgs else /. + fromEnv;

  # The rows of a table, each a list of its fields. By way of JSON, since `split` would take most of the evaluation.
  rows =
    file:
    let
      text = builtins.readFile (dir + "/${file}");
      json = builtins.replaceStrings [ "\\" "\"" "\t" "\n" ] [ "\\\\" "\\\"" "\",\"" "\"],[\"" ] text;
    in
    builtins.filter (
      row: builtins.head row != "" && builtins.substring 0 1 (builtins.head row) != "#"
    ) (builtins.fromJSON "[[\"${json}\"]]");

  field = row: n: if builtins.length row > n then builtins.elemAt row n else "";
  or' = a: b: if a == "" then b else a;

  meta = builtins.fromJSON (builtins.readFile (dir + "/index.json"));
in
meta
// {
  # attribute -> { pname, versions }, a version for each of `sets`, null where the set lacks the attribute.
  python = builtins.listToAttrs (
    map (
      row:
      let
        version = n: if field row n == "-" then null else field row n;
      in
      {
        name = builtins.head row;
        value = {
          pname = or' (field row 1) (builtins.head row);
          versions = [
            (version 2)
            (if field row 3 == "" then version 2 else version 3)
          ];
        };
      }
    ) (rows "python.tsv")
  );

  # [ { name, path, pname, version } ]
  programs = map (
    row:
    let
      name = builtins.head row;
      path = builtins.filter builtins.isString (builtins.split "\\." name);
    in
    {
      inherit name path;
      pname = or' (field row 1) (builtins.elemAt path (builtins.length path - 1));
      version = field row 2;
    }
  ) (rows "programs.tsv");

  # What building from source needs, as far as the index does not have it.
  libraries =
    let
      names = builtins.filter builtins.isString (
        builtins.concatMap (row: builtins.split " " "${field row 1} ${field row 2}") (
          rows "../native-libraries.tsv"
        )
      );
    in
    map (name: rec {
      inherit name;
      path = builtins.filter builtins.isString (builtins.split "\\." name);
      pname = builtins.elemAt path (builtins.length path - 1);
      version = "0";
    }) (builtins.filter (name: name != "") names);
}
