const fields = 'input, select, textarea, [contenteditable]';

/** Whether what is typed here is what somebody writes or chooses: such keys are nobody else's. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}

/** Whether Enter or Space does something here. */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${fields}, button, a[href], summary`) !== null;
}
