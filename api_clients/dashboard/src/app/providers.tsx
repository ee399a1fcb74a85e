import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { makeQueryClient } from "@/lib/api";
import { Router } from "./router";
import { SignInDialog } from "./shell/SignInDialog";
import { theme } from "./theme";

const queryClient = makeQueryClient();
// Our own style sheets carry this mark; the content security policy lets no others in.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="dosja-nonce"]')?.content ?? "";
// The part that keeps a page still behind a dialog writes a style sheet of its own.
setNonce(nonce);

/** What every page stands in. */
export function Providers() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <Notifications position="bottom-right" />
            <Router />
            <SignInDialog />
          </ModalsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
