/** Lines of values as a CSV file (RFC 4180), beginning with the mark by which spreadsheets know UTF-8. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(csvValue).join(',')}\r\n`).join('')}`
}

/** A value that a spreadsheet shows as it is: one that begins like a formula gets an apostrophe before it. */
function csvValue(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
