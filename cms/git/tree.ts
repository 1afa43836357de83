import type { GitObject, ObjectReader } from './object-reader.ts'
import type { ObjectWriter } from './object-writer.ts'

/** A content path that Git holds as something other than a plain file or folder: a symbolic link, a submodule. */
export class NotAPlainFileError extends Error {
  override name = 'NotAPlainFileError'
}

/** The entries of one tree object, in Git's order. An empty list when there is no such tree. */
export async function readTree(reader: ObjectReader, tree: string): Promise<TreeEntry[]> {
  const object = await reader.read(tree)
  return object?.type === 'tree' ? entriesOf(object) : []
}

/** A folder of thousands of files is looked at many times in one save: it is taken apart once. */
const takenApart = new WeakMap<GitObject, TreeEntry[]>()

function entriesOf(tree: GitObject): TreeEntry[] {
  const known = takenApart.get(tree) ?? parseTree(tree.content)
  takenApart.set(tree, known)
  return known
}

/** The blob of one plain file under a tree; undefined when there is none. */
export async function findBlob(
  reader: ObjectReader,
  tree: string,
  path: string,
): Promise<string | undefined> {
  const [name, ...inner] = path.split('/')
  const entry = (await readTree(reader, tree)).find((each) => each.name === name)
  if (inner.length > 0)
    return entry?.mode === folderMode ? findBlob(reader, entry.id, inner.join('/')) : undefined
  return entry?.mode === fileMode ? entry.id : undefined
}

/** Every plain file under a tree, at any depth. Links and submodules are left out, so nothing can point outside. */
export async function listFiles(reader: ObjectReader, tree: string, prefix = ''): Promise<ContentFile[]> {
  const files: ContentFile[] = []
  for (const { mode, name, id } of await readTree(reader, tree)) {
    if (mode === folderMode) files.push(...(await listFiles(reader, id, `${prefix}${name}/`)))
    else if (mode === fileMode) files.push({ path: prefix + name, blob: id })
  }
  return files
}

/**
 * Lists like `listFiles`, and keeps the last few lists: what a tree holds never changes, and the same list is asked for many
 * times in one save. A list that is given again is the same array.
 */
export function keepListings(
  reader: ObjectReader,
  keep = 16,
): (tree: string) => Promise<readonly ContentFile[]> {
  const kept = new Map<string, readonly ContentFile[]>()
  return async (tree) => {
    const id = (await reader.read(tree))?.id ?? tree
    const files = kept.get(id) ?? (await listFiles(reader, id))
    kept.delete(id)
    kept.set(id, files)
    const [oldest] = kept.keys()
    if (kept.size > keep && oldest !== undefined) kept.delete(oldest)
    return files
  }
}

/**
 * Writes the tree that `tree` becomes when files are put at or taken from their paths, and gives its id. A folder
 * that ends up empty goes.
 *
 * @throws NotAPlainFileError when a path leads through or to a link
 */
export async function writeChangedTree(
  write: ObjectWriter,
  reader: ObjectReader,
  tree: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const entries = new Map<string, TreeEntry>()
  for (const entry of tree ? await readTree(reader, tree) : []) entries.set(entry.name, entry)

  const byFolder = new Map<string, TreeChange[]>()
  for (const change of changes) {
    const slash = change.path.indexOf('/')
    if (slash < 0) putFile(entries, change)
    else {
      const folder = change.path.slice(0, slash)
      const inner = { path: change.path.slice(slash + 1), blob: change.blob }
      byFolder.set(folder, [...(byFolder.get(folder) ?? []), inner])
    }
  }
  for (const [folder, inner] of byFolder) {
    const existing = entries.get(folder)
    if (existing && existing.mode !== folderMode) throw new NotAPlainFileError(`${folder} is not a folder.`)
    const id = await writeChangedTree(write, reader, existing?.id, inner)
    if (id === emptyTree) entries.delete(folder)
    else entries.set(folder, { mode: folderMode, name: folder, id })
  }
  return makeTree(write, [...entries.values()])
}

function putFile(entries: Map<string, TreeEntry>, { path, blob }: TreeChange): void {
  const existing = entries.get(path)
  if (existing && existing.mode !== fileMode) throw new NotAPlainFileError(`${path} is not a plain file.`)
  if (blob === null) entries.delete(path)
  else entries.set(path, { mode: fileMode, name: path, id: blob })
}

function makeTree(write: ObjectWriter, entries: readonly TreeEntry[]): Promise<string> {
  const sorted = entries.toSorted((a, b) => Buffer.compare(sortName(a), sortName(b)))
  const parts = sorted.flatMap(({ mode, name, id }) => [
    Buffer.from(`${mode} ${name}\0`),
    Buffer.from(id, 'hex'),
  ])
  return write('tree', Buffer.concat(parts))
}

/** Git sorts by bytes, and a folder as if its name ended with a slash. */
function sortName({ mode, name }: TreeEntry): Buffer {
  return Buffer.from(mode === folderMode ? `${name}/` : name)
}

/** A raw tree is `<mode> <name>\0<20 bytes>` again and again. */
function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  let at = 0
  while (at < content.length) {
    const space = content.indexOf(32, at)
    const end = content.indexOf(0, space)
    const mode = content.toString('latin1', at, space)
    const name = content.toString('utf8', space + 1, end)
    entries.push({ mode, name, id: content.toString('hex', end + 1, end + 21) })
    at = end + 21
  }
  return entries
}

const fileMode = '100644'
const folderMode = '40000'
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

interface TreeEntry {
  readonly mode: string
  readonly name: string
  readonly id: string
}

/** One change of a tree: the blob that goes to a path, or null where the file goes. */
export interface TreeChange {
  readonly path: string
  readonly blob: string | null
}

/** A file of a commit: where it is and the id of what it holds. */
export interface ContentFile {
  readonly path: string
  readonly blob: string
}
