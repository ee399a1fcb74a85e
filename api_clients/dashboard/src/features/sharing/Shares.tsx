import { Trans, useLingui } from "@lingui/react/macro";
import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ConfirmButton } from "@/components/ConfirmButton";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMayOn } from "@/lib/may";
import { NewShare } from "./NewShare";
import { FieldList } from "./SharedFields";
import { usePartners } from "./usePartners";

/** Partners that read along, and could. */
export function Shares({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const may = useMayOn(caseId);
  const [making, setMaking] = useState(false);
  const query = $api.useQuery("get", "/api/v1/cases/{case_id}/shares/", {
    params: { path: { case_id: caseId }, query: { page_size: 200 } },
  });
  return (
    <Section title={t`Who reads along`} about={t`Another partner reads this case, or what was agreed of it.`}>
      <Loaded query={query} empty={t`No other partner reads this case.`}>
        {({ results }) => (
          <>
            {[...results].sort(runningFirst).map((one) => (
              <ShareCard key={one.id} caseId={caseId} share={one} />
            ))}
          </>
        )}
      </Loaded>
      {may("share_cases") && !making && (
        <Button variant="default" onClick={() => setMaking(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Let a partner read along</Trans>
        </Button>
      )}
      {making && <NewShare caseId={caseId} onDone={() => setMaking(false)} />}
    </Section>
  );
}

function ShareCard({ caseId, share }: { caseId: string; share: Schemas["Share"] }) {
  const may = useMayOn(caseId);
  const { nameOf } = usePartners();
  const end = $api.useMutation("post", "/api/v1/cases/{case_id}/shares/{share_id}/end/");
  const name = nameOf(share.partner);
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="sm" align="flex-start">
        <Stack gap={4} flex={1} miw={200}>
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            {share.ended_at && (
              <Badge color="gray" variant="dot" tt="none">
                <Trans>ended</Trans>
              </Badge>
            )}
            {share.referral && (
              <Badge variant="dot" tt="none">
                <Trans>because it helps the person</Trans>
              </Badge>
            )}
          </Group>
          <FieldList fields={share.fields} />
          <Since share={share} />
        </Stack>
        {may("share_cases") && !share.ended_at && !share.referral && (
          <ConfirmButton
            size="xs"
            variant="default"
            loading={end.isPending}
            question={<Trans>{name} will read nothing of this case from now on.</Trans>}
            onConfirm={() => end.mutate({ params: { path: { case_id: caseId, share_id: share.id } } })}
          >
            <Trans>End</Trans>
          </ConfirmButton>
        )}
      </Group>
      <ProblemAlert problem={end.error} />
    </Card>
  );
}

function Since({ share }: { share: Schemas["Share"] }) {
  const dates = useDates();
  const since = dates.shortDay(share.started_at);
  const until = share.ended_at ?? share.ends_at;
  return (
    <Text size="xs" c="dimmed">
      {until ? (
        <Trans>
          since {since}, until {dates.shortDay(until)}
        </Trans>
      ) : (
        <Trans>since {since}</Trans>
      )}
      {share.shared_by && ` · ${share.shared_by.name}`}
    </Text>
  );
}

const runningFirst = (one: Schemas["Share"], other: Schemas["Share"]) =>
  Number(Boolean(one.ended_at)) - Number(Boolean(other.ended_at));
