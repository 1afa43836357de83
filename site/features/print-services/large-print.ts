/** Letters about twice as big, for whoever asked for large print: the fragment of the address says so. */
export function startLargePrint(fragment: string): void {
  const isLarge = /(?:^#|&)large(?:=yes)?(?:&|$)/.test(fragment)
  document.documentElement.classList.toggle('large-print', isLarge)
}
