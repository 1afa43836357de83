/** Shows the button that prints the page: without this script it would do nothing. */
function startPrintButton(): void {
  const print = document.querySelector<HTMLButtonElement>('[data-print]')
  if (print === null) return
  print.hidden = false
  print.addEventListener('click', () => window.print())
}

startPrintButton()
