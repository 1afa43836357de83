import nodeLog from 'astro/logger/node'

type LogDestination = ReturnType<typeof nodeLog>

/** What a build says, without two lines a page: there are thousands, and what went wrong would stand far above its end. */
export default function buildLog(shown: LogDestination = nodeLog({ level: 'info' })): LogDestination {
  return {
    write: (event) => {
      if (!ofOnePage.test(event.message)) shown.write(event)
    },
  }
}

/** A page’s address behind a branch, or how long it took; either with colours around it. */
const ofOnePage = /^ +\S*├─|^ \S*\(\+/
