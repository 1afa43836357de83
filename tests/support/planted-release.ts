import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A tiny release in a temporary folder, in which a test plants what an audit must find. */
export type PlantedRelease = { folder: string; remove(): void }

/** @param files text by path, such as `services/index.html` */
export function plantRelease(files: Readonly<Record<string, string>>): PlantedRelease {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-offer-release-'))
  for (const [file, text] of Object.entries({ 'favicon.ico': '', ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A page with which every audit is content, around the given body. */
export function goodPage(body = '<p>Hello.</p>', head = ''): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
</head>
<body>
<main>
<h1>A page</h1>
${body}
</main>
</body>
</html>
`
}
