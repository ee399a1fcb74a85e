import { useLingui } from "@lingui/react/macro";
import { Box, NavLink, Select, Stack } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from "react-router";
import { Busy } from "@/components/Loaded";
import { SealingPage } from "@/features/custody";
import { type Permission, useSession } from "@/lib/session";
import classes from "./settings.module.css";

const MembersPage = lazy(() => import("./members/MembersPage"));
const ClientsPage = lazy(() => import("./clients/ClientsPage"));
const FieldPage = lazy(() => import("./field/FieldPage"));
const PartnerPage = lazy(() => import("./partner/PartnerPage"));
const FormPage = lazy(() => import("./form/FormPage"));
const LettersPage = lazy(() => import("./letters/LettersPage"));
const MessagesPage = lazy(() => import("./messages/MessagesPage"));
const MailPage = lazy(() => import("./mail/MailPage"));
const CalendarPage = lazy(() => import("./calendar/CalendarPage"));
const OwnPage = lazy(() => import("./own/OwnPage"));
const NetworkPage = lazy(() => import("./platform/NetworkPage"));
const CategoriesPage = lazy(() => import("./platform/CategoriesPage"));
const JobsPage = lazy(() => import("./platform/JobsPage"));
const Imports = lazy(async () => ({ default: (await import("@/features/imports")).ImportPages }));
const Webhooks = lazy(async () => ({ default: (await import("@/features/webhooks")).WebhookPages }));
const Retention = lazy(async () => ({ default: (await import("@/features/retention")).RetentionPage }));

interface Place {
  to: string;
  label: string;
  page: ReactNode;
  /** Open to everybody, to who holds a permission in the partner in view, or to who keeps the platform. */
  open: boolean;
}

/** The settings: one's own, the partner's, the platform's; each opens to whom the server lets change it. */
export function SettingsPages() {
  const places = usePlaces().filter((one) => one.open);
  return (
    <div className={classes.frame}>
      <Navigation places={places} />
      <Box miw={0} className={classes.page}>
        <Suspense fallback={<Busy lines={5} />}>
          <Routes>
            {places.map(({ to, page }) => (
              <Route key={to} path={`${to}/*`} element={page} />
            ))}
            <Route path="*" element={<Navigate to={`/settings/${places[0]?.to ?? "own"}`} replace />} />
          </Routes>
        </Suspense>
      </Box>
    </div>
  );
}

function usePlaces(): Place[] {
  const { t } = useLingui();
  const { me, may, partner } = useSession();
  const keeps = partner !== null && may("manage_partner" satisfies Permission);
  const decides = partner !== null && may("reveal_identity" satisfies Permission);
  const administers = me.is_platform_administrator;
  return [
    { to: "members", label: t`Members`, page: <MembersPage />, open: keeps },
    { to: "form", label: t`Complaint form`, page: <FormPage />, open: keeps },
    { to: "letters", label: t`Letters`, page: <LettersPage />, open: keeps },
    { to: "messages", label: t`Messages to complainants`, page: <MessagesPage />, open: keeps },
    { to: "mail", label: t`Mail account`, page: <MailPage />, open: keeps },
    { to: "partner", label: t`Organisation`, page: <PartnerPage />, open: keeps },
    { to: "field", label: t`Collecting in the field`, page: <FieldPage />, open: keeps },
    { to: "programs", label: t`Programs`, page: <ClientsPage />, open: keeps },
    { to: "webhooks", label: t`Webhooks`, page: <Webhooks />, open: keeps },
    { to: "retention", label: t`Keeping and erasing`, page: <Retention />, open: keeps },
    { to: "sealed", label: t`Sealed identities`, page: <SealingPage />, open: keeps || decides },
    { to: "import", label: t`Import`, page: <Imports />, open: keeps },
    { to: "calendar", label: t`Calendar and terms`, page: <CalendarPage />, open: true },
    { to: "network", label: t`Partners`, page: <NetworkPage />, open: administers },
    { to: "categories", label: t`Categories`, page: <CategoriesPage />, open: administers },
    { to: "jobs", label: t`Background work`, page: <JobsPage />, open: administers },
    { to: "own", label: t`My account`, page: <OwnPage />, open: true },
  ];
}

function Navigation({ places }: { places: Place[] }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = places.find(({ to }) => pathname.split("/").includes(to))?.to ?? null;
  return (
    <>
      <Select
        className={classes.narrow}
        label={t`Settings`}
        data={places.map(({ to, label }) => ({ value: to, label }))}
        value={here}
        allowDeselect={false}
        onChange={(to) => to && navigate(`/settings/${to}`)}
      />
      <Stack component="nav" gap={0} className={classes.wide} aria-label={t`Settings`}>
        {places.map(({ to, label }) => (
          <NavLink
            key={to}
            component={Link}
            to={`/settings/${to}`}
            label={label}
            active={to === here}
            aria-current={to === here ? "page" : undefined}
            variant="light"
          />
        ))}
      </Stack>
    </>
  );
}
