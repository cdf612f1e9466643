// Bundles the extension and packs it as a .vsix, which is a zip file with two lists of what is in it. Microsoft's own packer
// would install 290 packages for that.
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { rolldown } from "rolldown";
import { ZipFile } from "yazl";

/** What the extension's package.json says of it. */
interface About {
  name: string;
  publisher: string;
  version: string;
  displayName: string;
  description: string;
  engines: { vscode: string };
}

/**
 * Packs the extension of a clone of the repository into a file, with the schema of project files from a build of the package.
 * Answers the texts in it, by their names.
 */
export async function pack(
  clone: string,
  { file, schema }: { file: string; schema: string },
): Promise<ReadonlyMap<string, string>> {
  const folder = join(clone, "editors/vscode");
  const about: About = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const bundle = await rolldown({
    input: join(folder, "src/extension.ts"),
    platform: "node",
    external: ["vscode"],
    transform: { target: "node20" },
  });
  const { output } = await bundle.generate({ format: "cjs", minify: true, comments: false });
  const texts = new Map<string, string>([
    ["extension.vsixmanifest", manifest(about)],
    ["[Content_Types].xml", contentTypes],
    ["extension/dist/extension.cjs", output[0].code],
    ["extension/config.schema.json", readFileSync(schema, "utf8")],
    ...["package.json", "README.md", "language-configuration.json"].map((one): [string, string] => [
      `extension/${one}`,
      readFileSync(join(folder, one), "utf8"),
    ]),
    ["extension/LICENSE", readFileSync(join(clone, "LICENSE"), "utf8")],
  ]);
  const zip = new ZipFile();
  // The same bytes for the same sources.
  for (const [path, text] of texts) zip.addBuffer(Buffer.from(text), path, { mtime: new Date(2020, 0, 1) });
  zip.end();
  await finished(zip.outputStream.pipe(createWriteStream(file)));
  return texts;
}

function manifest({ name, publisher, version, displayName, description, engines }: About): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}" />
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Categories>Linters,Programming Languages</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace" />
    </Properties>
    <License>extension/LICENSE</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code" /></Installation>
  <Dependencies />
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE" Addressable="true" />
  </Assets>
</PackageManifest>
`;
}

const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension=".json" ContentType="application/json" />
  <Default Extension=".cjs" ContentType="application/javascript" />
  <Default Extension=".md" ContentType="text/markdown" />
  <Default Extension=".vsixmanifest" ContentType="text/xml" />
  <Override PartName="/extension/LICENSE" ContentType="text/plain" />
</Types>
`;
