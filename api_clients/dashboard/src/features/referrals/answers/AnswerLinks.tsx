import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, List, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { CopyText } from "../CopyText";
import { type Place, type Referral, reading, told, useTold } from "../queries";

const OVER = new Set(["draft", "approval", "cancelled", "closed", "redirected"]);

/** Pages on which the institution can answer without an account. An address is told once and kept nowhere. */
export function AnswerLinks({ place, referral }: { place: Place; referral: Referral }) {
  const { t } = useLingui();
  const links = $api.useQuery(
    "get",
    "/api/v1/cases/{case_id}/referrals/{referral_id}/answer-links/",
    reading(place),
  );
  return (
    <Stack gap="xs">
      <Title order={4} size="h6">
        <Trans>Links for the institution to answer</Trans>
      </Title>
      <Loaded query={links} lines={1} empty={t`No link was made.`}>
        {({ results }) => (
          <List size="sm">
            {results.map((link) => (
              <List.Item key={link.id}>
                <OneLink place={place} link={link} />
              </List.Item>
            ))}
          </List>
        )}
      </Loaded>
      {!OVER.has(referral.state) && <NewLink place={place} />}
    </Stack>
  );
}

function OneLink({ place, link }: { place: Place; link: Schemas["AnswerLink"] }) {
  const dates = useDates();
  const running = !link.used_at && !link.revoked_at && Date.parse(link.expires_at) > Date.now();
  const revoke = useTold(() =>
    told(
      api.POST("/api/v1/cases/{case_id}/referrals/{referral_id}/answer-links/{link_id}/revoke/", {
        params: { path: { case_id: place.caseId, referral_id: place.referralId, link_id: link.id } },
      }),
    ),
  );
  return (
    <Group gap="xs">
      <Text size="sm">
        <LinkState link={link} day={dates.moment} />
      </Text>
      {running && (
        <ConfirmButton
          size="compact-xs"
          variant="default"
          loading={revoke.isPending}
          question={<Trans>From then on the institution cannot answer through this link.</Trans>}
          onConfirm={() => revoke.mutate(undefined)}
        >
          <Trans>Revoke</Trans>
        </ConfirmButton>
      )}
    </Group>
  );
}

function LinkState({ link, day }: { link: Schemas["AnswerLink"]; day: (moment: string) => string }) {
  if (link.used_at) return <Trans>Used on {day(link.used_at)}</Trans>;
  if (link.revoked_at) return <Trans>Revoked on {day(link.revoked_at)}</Trans>;
  return (
    <Trans>
      Made on {day(link.made_at)}, open until {day(link.expires_at)}, opened {link.opened_count} times
    </Trans>
  );
}

function NewLink({ place }: { place: Place }) {
  const { t } = useLingui();
  const [days, setDays] = useState(120);
  const [address, setAddress] = useState<string | null>(null);
  const make = useTold(
    () =>
      told(
        api.POST("/api/v1/cases/{case_id}/referrals/{referral_id}/answer-links/", {
          ...reading(place),
          body: { days },
        }),
      ),
    (made) => setAddress(made.address),
  );
  if (address) {
    return (
      <Alert
        color="teal"
        title={t`This address is shown only now`}
        withCloseButton
        onClose={() => setAddress(null)}
      >
        <Stack gap="xs">
          <Text size="sm">
            <Trans>Whoever has it can answer. Pass it on to nobody but the institution.</Trans>
          </Text>
          <CopyText label={t`Address of the answer page`} text={address} />
        </Stack>
      </Alert>
    );
  }
  return (
    <>
      <ProblemAlert problem={make.error} />
      <Group gap="xs" align="flex-end">
        <NumberInput
          label={t`Days for which it opens`}
          size="xs"
          min={1}
          max={365}
          w={160}
          value={days}
          onChange={(value) => setDays(Number(value) || 1)}
        />
        <Button size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate(undefined)}>
          <Trans>Make a link</Trans>
        </Button>
      </Group>
    </>
  );
}
