import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Paper, PasswordInput, Select, Stack, Switch, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, type ReactNode, useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { ShownOnce } from "@/components/ShownOnce";
import { SecondFactor } from "@/features/account";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { fieldErrors } from "@/lib/problems";
import { useSession } from "@/lib/session";
import { Ties } from "./Ties";

/** What concerns oneself: daily mail, calendar, password, second step of the sign-in, sessions. */
export default function OwnPage() {
  const { t } = useLingui();
  const { me } = useSession();
  return (
    <Stack gap="xl">
      <div>
        <PageTitle name={t`My account`} />
        <Text>
          {me.name} · {me.email}
        </Text>
      </div>
      <Digest />
      <Feed />
      <Password />
      <SecondFactor />
      <Part title={t`People close to you`}>
        <Ties />
      </Part>
      <Sessions />
      <Leave />
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Password() {
  const { t } = useLingui();
  const [present, setPresent] = useState("");
  const [password, setPassword] = useState("");
  const change = $api.useMutation("post", "/api/v1/me/password/");
  const errors = change.error ? fieldErrors(change.error) : {};
  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(
      { body: { present, password } },
      {
        onSuccess: () => {
          setPresent("");
          setPassword("");
          notifications.show({ message: t`Your password is changed.`, color: "green" });
        },
      },
    );
  }
  const show = { "aria-label": t`Show the password` };
  return (
    <Part title={t`Password`}>
      <form onSubmit={submit}>
        <Stack gap="sm" maw={420}>
          <PasswordInput
            label={t`Present password`}
            autoComplete="current-password"
            required
            value={present}
            visibilityToggleButtonProps={show}
            onChange={(event) => setPresent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t`New password`}
            description={t`At least 12 characters. Several words in a row are good.`}
            autoComplete="new-password"
            required
            value={password}
            error={errors.password}
            visibilityToggleButtonProps={show}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemAlert problem={change.error} />
          <Button type="submit" loading={change.isPending} style={{ alignSelf: "flex-start" }}>
            <Trans>Change the password</Trans>
          </Button>
          <Text size="xs" c="dimmed">
            <Trans>You stay signed in here and are signed out everywhere else.</Trans>
          </Text>
        </Stack>
      </form>
    </Part>
  );
}

function Sessions() {
  const { t } = useLingui();
  const dates = useDates();
  const sessions = $api.useQuery("get", "/api/v1/me/sessions/");
  const end = $api.useMutation("post", "/api/v1/me/sessions/{session_id}/end/");
  const endOthers = $api.useMutation("post", "/api/v1/me/sessions/end_others/");
  return (
    <Part title={t`Where you are signed in`}>
      <Loaded query={sessions}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((one) => (
              <Paper key={one.id} withBorder p="sm">
                <Group justify="space-between">
                  <Text size="sm">
                    {one.began_at && <Trans>since {dates.moment(one.began_at)}</Trans>}
                    {one.seen_at && !one.is_current && <> · {t`last used ${dates.fromNow(one.seen_at)}`}</>}
                    {one.is_current && <> · {t`this browser`}</>}
                  </Text>
                  {!one.is_current && (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => end.mutate({ params: { path: { session_id: one.id } } })}
                    >
                      <Trans>Sign out there</Trans>
                    </Button>
                  )}
                </Group>
              </Paper>
            ))}
            {results.length > 1 && (
              <Button
                variant="default"
                style={{ alignSelf: "flex-start" }}
                loading={endOthers.isPending}
                onClick={() => endOthers.mutate({})}
              >
                <Trans>Sign out everywhere else</Trans>
              </Button>
            )}
            <ProblemAlert problem={end.error ?? endOthers.error} />
          </Stack>
        )}
      </Loaded>
    </Part>
  );
}

function Leave() {
  const { t } = useLingui();
  const { partner } = useSession();
  const leave = $api.useMutation("post", "/api/v1/me/partners/{slug}/leave/", {
    onSuccess: () => window.location.assign("/dashboard/"),
  });
  if (!partner) return null;
  const { slug, name } = partner;
  return (
    <Part title={t`Leave the organisation`}>
      <Text size="sm" c="dimmed">
        <Trans>
          Your roles end and you are signed out. Your cases and tasks go to whoever of the team comes first;
          ask your coordinator if a colleague shall take them over.
        </Trans>
      </Text>
      <Group>
        <ConfirmButton
          variant="default"
          loading={leave.isPending}
          question={t`You work for ${name} no more, at once.`}
          onConfirm={() => leave.mutate({ params: { path: { slug } }, body: {} })}
        >
          <Trans>Leave {name}</Trans>
        </ConfirmButton>
      </Group>
      <ProblemAlert problem={leave.error} />
    </Part>
  );
}

function Digest() {
  const { t } = useLingui();
  const digest = $api.useQuery("get", "/api/v1/me/digest/");
  return (
    <Part title={t`Daily mail`}>
      <Text size="sm" c="dimmed">
        <Trans>
          Numbers alone: how many of your tasks are overdue or due. No name and no word of a case is in it.
        </Trans>
      </Text>
      <Loaded query={digest}>{(found) => <DigestForm digest={found} />}</Loaded>
    </Part>
  );
}

function DigestForm({ digest }: { digest: Schemas["Digest"] }) {
  const { t } = useLingui();
  const change = $api.useMutation("patch", "/api/v1/me/digest/");
  const choose = (body: Schemas["PatchedDigestChoiceRequest"]) =>
    change.mutate({ params: { header: { "If-Match": ifMatch(digest.version) } }, body });
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }));
  return (
    <Stack gap="sm">
      <Switch
        label={t`Send me a mail each day`}
        checked={digest.is_on}
        disabled={change.isPending}
        onChange={(event) => choose({ is_on: event.currentTarget.checked })}
      />
      {digest.is_on && (
        <Select
          label={t`At this hour`}
          description={digest.time_zone}
          maw={200}
          data={hours}
          value={String(digest.hour)}
          allowDeselect={false}
          onChange={(hour) => hour && choose({ hour: Number(hour) })}
        />
      )}
      <ProblemAlert problem={change.error} />
    </Stack>
  );
}

function Feed() {
  const { t } = useLingui();
  const dates = useDates();
  const feed = $api.useQuery("get", "/api/v1/me/calendar/");
  const make = $api.useMutation("post", "/api/v1/me/calendar/");
  const end = $api.useMutation("delete", "/api/v1/me/calendar/");
  return (
    <Part title={t`Calendar`}>
      <Text size="sm" c="dimmed">
        <Trans>
          A secret address that your calendar reads: days and kinds of your tasks, no names. Whoever learns it
          learns how much there is to do.
        </Trans>
      </Text>
      <Loaded query={feed}>
        {(found) => (
          <Stack gap="sm">
            {make.data && found.is_on && (
              <ShownOnce
                title={t`The address is shown this once`}
                secrets={[{ name: t`Address of the calendar`, value: make.data.address }]}
              >
                <Trans>Subscribe to it in your calendar.</Trans>
              </ShownOnce>
            )}
            {found.is_on && found.made_at && (
              <Text size="sm">
                <Trans>An address is in use since {dates.moment(found.made_at)}.</Trans>
              </Text>
            )}
            <Group>
              <Button variant="default" loading={make.isPending} onClick={() => make.mutate({})}>
                {found.is_on ? (
                  <Trans>Make another one; the present one closes</Trans>
                ) : (
                  <Trans>Make an address</Trans>
                )}
              </Button>
              {found.is_on && (
                <ConfirmButton
                  variant="default"
                  question={t`Your calendar is no longer brought up to date.`}
                  onConfirm={() => end.mutate({})}
                >
                  <Trans>Close the address</Trans>
                </ConfirmButton>
              )}
            </Group>
            <ProblemAlert problem={make.error ?? end.error} />
          </Stack>
        )}
      </Loaded>
    </Part>
  );
}
