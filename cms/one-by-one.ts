/**
 * Gives a function that runs pieces of work one after another, in the order they were asked for. A piece that fails
 * does not hold up the next one.
 */
export function createOneByOne(): OneByOne {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work, work)
    last = done.catch(() => undefined)
    return done
  }
}

export type OneByOne = <T>(work: () => Promise<T>) => Promise<T>
