import { type CSSVariablesResolver, createTheme } from "@mantine/core";

// The system's own fonts: nothing to load, and they draw Latin, Cyrillic and Georgian everywhere.
const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Georgian", "DejaVu Sans", sans-serif';

export const theme = createTheme({
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: "650" },
  primaryColor: "indigo",
  // White on it, and it on white, is WCAG AA; what is lighter than this gets black words.
  primaryShade: 8,
  autoContrast: true,
  luminanceThreshold: 0.18,
  defaultRadius: "sm",
  cursorType: "pointer",
  components: {
    // They go by themselves; their cross would be a button without a name.
    Notification: { defaultProps: { withCloseButton: false } },
    // A dialog's heading is no second banner of the page.
    ModalHeader: { defaultProps: { role: "presentation" } },
    DrawerHeader: { defaultProps: { role: "presentation" } },
  },
  colors: {
    // Mantine's dimmed text is too faint for small print.
    gray: [
      "#f8f9fa",
      "#f1f3f5",
      "#e9ecef",
      "#dee2e6",
      "#ced4da",
      "#868e96",
      "#5c636a",
      "#495057",
      "#343a40",
      "#212529",
    ],
  },
});

const readable = { "--mantine-color-placeholder": "var(--mantine-color-dimmed)" };

/** Words that can be read where Mantine's own colours are too faint for WCAG AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...readable,
    "--mantine-color-error": "var(--mantine-color-red-9)",
    "--mantine-color-orange-light-color": "#a83a08",
    "--mantine-color-yellow-light-color": "#7f4f00",
    "--mantine-color-green-light-color": "#22702f",
    "--mantine-color-teal-light-color": "#07674a",
  },
  dark: { ...readable, "--mantine-color-dimmed": "#a6a7ab" },
});
