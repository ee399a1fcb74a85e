import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Badge, Button, Code, Group, Paper, Stack, Text } from "@mantine/core";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api } from "@/lib/api";
import { useSession } from "@/lib/session";
import { step } from "../requests";
import { spoken } from "./age";
import { MakeOwnKey } from "./MakeOwnKey";
import { MakeSealingKey } from "./MakeSealingKey";
import { PassOn } from "./PassOn";
import { SEALING, type Standing } from "./standing";

/** `/dashboard/settings/sealed`: whether identities are sealed, to which key, and who opens it. */
export function SealingPage() {
  const { t } = useLingui();
  const slug = useSession().partner?.slug ?? "";
  const query = $api.useQuery("get", SEALING, { params: { path: { slug } } });
  return (
    <Stack gap="xl">
      <PageTitle name={t`Sealed identities`} />
      <Text size="sm" c="dimmed">
        {t`Who complains is sealed to the custodians' own keys when a complaint comes in. The server keeps none of these keys: whoever copies all of it learns no name. If all keys are lost, the identities are lost, too.`}
      </Text>
      <Loaded query={query}>{(standing) => <Inside slug={slug} standing={standing} />}</Loaded>
    </Stack>
  );
}

function Inside({ slug, standing }: { slug: string; standing: Standing }) {
  const { t } = useLingui();
  const me = useSession().me.id;
  const own = standing.custodians.find((one) => one.person.id === me);
  return (
    <>
      <Switch slug={slug} standing={standing} />
      <Custodians standing={standing} />
      {step(standing, "own_key").shown && (
        <Section title={t`My own key`}>
          {own?.public && (
            <Text size="sm">
              <Trans>Your key begins with</Trans> <Code>{spoken(own.public)}</Code>
            </Text>
          )}
          <MakeOwnKey key={own?.public} slug={slug} replaces={Boolean(own?.public)} />
        </Section>
      )}
      {step(standing, "keys").shown && (
        <Section title={standing.key ? t`Replace the sealing key` : t`Make the sealing key`}>
          {step(standing, "keys").free ? (
            <MakeSealingKey key={standing.key?.id} slug={slug} standing={standing} me={me} />
          ) : (
            <Text c="dimmed">{step(standing, "keys").why}</Text>
          )}
        </Section>
      )}
      {step(standing, "pass_on").shown && (
        <Section
          title={t`Pass the sealing key on`}
          about={t`To a new custodian, or to one who lost their key. When all lost theirs: make your own key anew, then open with the recovery key and pass it on to yourself.`}
        >
          <PassOn slug={slug} standing={standing} />
        </Section>
      )}
    </>
  );
}

function Switch({ slug, standing }: { slug: string; standing: Standing }) {
  const { t } = useLingui();
  const on = $api.useMutation("post", `${SEALING}turn_on/`);
  const off = $api.useMutation("post", `${SEALING}turn_off/`);
  const sent = { params: { path: { slug } }, body: { sealing_key: standing.key?.id ?? "" } };
  const able = standing.custodians.filter((one) => one.opens_current).length;
  const starting = step(standing, "turn_on");
  return (
    <Section title={standing.on ? t`Identities are sealed` : t`Identities are not sealed`}>
      {standing.key && able < 2 && (
        <Alert color="yellow">
          {able === 0
            ? t`No custodian opens what is sealed now. The recovery key does.`
            : t`Only one custodian opens what is sealed. If that key is lost, the recovery key is all that is left.`}
        </Alert>
      )}
      {standing.key?.left_at && (
        <Alert color="orange">
          <Trans>
            Somebody who could open what is sealed is no custodian any more. Let a custodian replace the
            sealing key.
          </Trans>
        </Alert>
      )}
      {starting.why && <Text c="dimmed">{starting.why}</Text>}
      {starting.free && (
        <Button style={{ alignSelf: "flex-start" }} loading={on.isPending} onClick={() => on.mutate(sent)}>
          <Trans>Seal identities from now on</Trans>
        </Button>
      )}
      {step(standing, "turn_off").free && (
        <ConfirmButton
          variant="default"
          style={{ alignSelf: "flex-start" }}
          question={t`New identities are kept as before; sealed ones stay sealed.`}
          onConfirm={() => off.mutate(sent)}
        >
          <Trans>Stop sealing</Trans>
        </ConfirmButton>
      )}
      <ProblemAlert problem={on.error ?? off.error} />
    </Section>
  );
}

function Custodians({ standing }: { standing: Standing }) {
  const { t } = useLingui();
  return (
    <Section title={t`Custodians`}>
      {standing.custodians.length === 0 && (
        <Text c="dimmed">
          <Trans>There is no custodian. A coordinator names one under Members.</Trans>
        </Text>
      )}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
        {standing.custodians.map((one) => (
          <Paper key={one.person.id} component="li" withBorder p="sm">
            <Group justify="space-between" gap="xs">
              <Text>{one.person.name}</Text>
              <Badge variant="light" tt="none" color={one.opens_current ? "teal" : "gray"}>
                {!one.public
                  ? t`No key of their own`
                  : one.opens_current
                    ? t`Opens what is sealed`
                    : t`Waits for the key`}
              </Badge>
            </Group>
            {one.public && (
              <Text size="sm" c="dimmed">
                <Code>{spoken(one.public)}</Code>
              </Text>
            )}
          </Paper>
        ))}
      </Stack>
    </Section>
  );
}
