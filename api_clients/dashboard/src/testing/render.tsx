/** Shows a component as the dashboard would: signed in as somebody, in English, at some address. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { makeQueryClient } from "@/lib/api";
import { type Me, type Permission, SessionContext } from "@/lib/session";

interface Options {
  /** Where the person is, and the pattern of that place. */
  at?: string;
  route?: string;
  permissions?: Permission[];
}

export const ARTA: Me = {
  id: "11111111-1111-4111-8111-111111111111",
  kind: "staff",
  email: "arta@example.org",
  name: "Arta",
  language: "en",
  is_platform_administrator: false,
  second_factor_required: false,
  second_factor_missing: false,
  partners: [],
  scopes: null,
  version: 1,
};

export function show(
  children: ReactNode,
  { at = "/", route = "*", permissions = ["view_cases", "read_complaints"] }: Options = {},
) {
  const router = createMemoryRouter([{ path: route, element: children }], { initialEntries: [at] });
  const shown = render(
    <I18nProvider i18n={i18n}>
      <MantineProvider env="test">
        <QueryClientProvider client={makeQueryClient()}>
          <SessionContext value={sessionOf(permissions)}>
            <ModalsProvider>
              <Notifications />
              <RouterProvider router={router} />
            </ModalsProvider>
          </SessionContext>
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>,
  );
  return { ...shown, router };
}

function sessionOf(permissions: Permission[]) {
  const partner = {
    slug: "pif",
    name: "PIF",
    country: "AL" as const,
    languages: ["sq" as const],
    time_zone: "Europe/Tirane",
    roles: [],
    permissions,
  };
  return {
    me: { ...ARTA, partners: [partner] },
    partner,
    choosePartner: () => undefined,
    may: (permission: Permission) => permissions.includes(permission),
  };
}
