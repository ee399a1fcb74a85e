import { type CSSVariablesResolver, createTheme } from "@mantine/core";

// The system's own fonts: nothing to load, and they draw Latin, Cyrillic and Georgian everywhere.
const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Georgian", "DejaVu Sans", sans-serif';

export const theme = createTheme({
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: "650" },
  primaryColor: "indigo",
  // Light enough on dark and dark enough on light for WCAG AA.
  primaryShade: { light: 8, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.35,
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

/** Placeholders that can be read. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: readable, dark: readable });
