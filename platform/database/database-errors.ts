import { OperatorError } from '../operator-error.ts'

/** The database cannot be used. The message is one sentence for whoever runs the installation. */
export class DatabaseError extends OperatorError {
  override readonly name: string = 'DatabaseError'
}

/** The database was written by a newer version of this program, so it is left untouched. */
export class DatabaseNewerError extends DatabaseError {
  override readonly name = 'DatabaseNewerError'
}
