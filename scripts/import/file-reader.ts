import { readFile, stat } from 'node:fs/promises'
import { ImportFault } from './import-fault.ts'
import { megabytes, usualLimits } from './web-reader.ts'

/** The text of a file that is to be imported. @throws ImportFault when it is not there or too large */
export async function readSourceFile(path: string, mostBytes = usualLimits.bytes): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes)
      throw new ImportFault(
        `The file ${path} is larger than ${megabytes(mostBytes)}. Split it into smaller ones.`,
      )
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof ImportFault) throw cause
    throw new ImportFault(`The file ${path} cannot be read. Check its name.`, { cause })
  }
}
