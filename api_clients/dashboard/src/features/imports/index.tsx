export function ImportPages() {
  return null;
}
