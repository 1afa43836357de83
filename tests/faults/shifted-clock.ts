// Loaded before the program: whoever in it asks for the time, libraries too, hears it as much later or earlier as was last
// told, as when the machine's clock is set. Timers go on as they would then.

let shiftMs = 0
const machineDate = Date
const now = () => machineDate.now() + shiftMs

globalThis.Date = new Proxy(machineDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})

process.on('message', (message: { shiftMs: number }) => {
  shiftMs = message.shiftMs
})
// Listening must not keep the program from ending.
process.channel?.unref()
