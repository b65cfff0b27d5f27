/** While something is only in this page's memory, the browser asks before it is left. */
export function warnUnsaved(unsaved: boolean): void {
  if (unsaved) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Browsers before 2024 ask only when this is set.
  event.returnValue = true;
}
