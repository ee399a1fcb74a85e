import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { lazy, Suspense } from "react";
import { makeQueryClient } from "@/lib/api";
import { Router } from "./router";
import { SignInDialog } from "./shell/SignInDialog";
import { theme, variables } from "./theme";

// Nothing is told before the first page is there.
const Notifications = lazy(async () => ({ default: (await import("@mantine/notifications")).Notifications }));
const queryClient = makeQueryClient();
// Our own style sheets carry this mark; the content security policy lets no others in.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="dosja-nonce"]')?.content ?? "";
// The part that keeps a page still behind a dialog writes a style sheet of its own.
setNonce(nonce);

/** What every page stands in. */
export function Providers() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <Router />
          <SignInDialog />
          <Suspense>
            <Notifications position="bottom-right" />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
