/** Once the messages are drawn: to the first answer that has to be mended. */
export function focusFirstWrong(form: HTMLElement): void {
  requestAnimationFrame(() =>
    form.querySelector<HTMLInputElement>('input[aria-invalid=true]')?.focus(),
  );
}
