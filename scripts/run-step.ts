import { spawn } from 'node:child_process'

/** A program to run as one step of a check or of the tests. */
export type Step = {
  /** what is printed beside the duration */
  name: string
  /** program and arguments; programs of node_modules/.bin are found by name */
  command: readonly [string, ...string[]]
  /** added to the environment */
  env?: Readonly<Record<string, string>>
  /** after this many minutes the step is stopped and has failed */
  limitMinutes?: number
  /** print the output while it runs; otherwise it is printed at the end, when the step failed or `keepOutput` is set */
  live?: boolean
  keepOutput?: boolean
}

export type StepResult = { name: string; passed: boolean; seconds: number }

/** Runs one step, prints its name and duration, and its output where the step asks for it or failed. Never rejects. */
export async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now()
  if (step.live) console.log(`\n── ${step.name}`)
  const { passed, output } = await runProgram(step)
  const seconds = (performance.now() - started) / 1000
  console.log(`${passed ? '✔' : '✘'} ${step.name} (${seconds.toFixed(1)} s)`)
  if (!step.live && output.trim() && (!passed || step.keepOutput)) console.log(indent(output.trim()))
  return { name: step.name, passed, seconds }
}

/** Runs steps side by side, at most `width` at once; the results come in the order of the steps. */
export async function runSteps(steps: readonly Step[], width: number): Promise<StepResult[]> {
  const results: StepResult[] = []
  const waiting = [...steps.entries()]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await runStep(next[1])
  }
  await Promise.all(Array.from({ length: width }, work))
  return results
}

function runProgram(step: Step): Promise<{ passed: boolean; output: string }> {
  const [program, ...programArguments] = step.command
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      env: { ...process.env, ...step.env },
      stdio: ['ignore', step.live ? 'inherit' : 'pipe', step.live ? 'inherit' : 'pipe'],
      timeout: (step.limitMinutes ?? 10) * 60_000,
    })
    const output: string[] = []
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk))
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => output.push(chunk))
    child.on('error', (error) => resolve({ passed: false, output: error.message }))
    child.on('close', (code, signal) => {
      if (signal)
        output.push(
          `\nstopped by ${signal}: it took longer than ${step.limitMinutes ?? 10} minutes, or was ended\n`,
        )
      resolve({ passed: code === 0, output: output.join('') })
    })
  })
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ')
}
