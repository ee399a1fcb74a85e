export function ReportPages() {
  return null;
}
