import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, List, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { Section } from "@/components/Section";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { useDates } from "@/lib/dates";
import { useMayOn } from "@/lib/may";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { CASE_KIND } from "@/lib/words";
import { endOf } from "./moments";
import { Preview } from "./Preview";
import { TransferCard } from "./TransferCard";
import { usePartners } from "./usePartners";

/** Handing the case over for good: this partner's coordinator offers, the other one's accepts. */
export function Transfers({ caseId }: { caseId: string }) {
  const may = useMayOn(caseId);
  return may("share_cases") ? <Offers caseId={caseId} /> : null;
}

function Offers({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const { data } = $api.useQuery("get", "/api/v1/transfers/", { params: { query: { page_size: 200 } } });
  const offers = (data?.results ?? []).filter((one) => one.case === caseId);
  const open = offers.some((one) => one.state === "offered");
  return (
    <Section
      title={t`Hand over for good`}
      about={t`Two coordinators agree: you offer the case, a coordinator of the other partner accepts it.`}
    >
      {offers.map((one) => (
        <TransferCard key={one.id} transfer={one} />
      ))}
      {!open && !making && (
        <Button variant="default" onClick={() => setMaking(true)} style={{ alignSelf: "flex-start" }}>
          <Trans>Offer the case to a partner</Trans>
        </Button>
      )}
      {making && <NewTransfer caseId={caseId} onDone={() => setMaking(false)} />}
    </Section>
  );
}

function NewTransfer({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { t } = useLingui();
  const { others, nameOf } = usePartners();
  const [partner, setPartner] = useState<string | null>(null);
  const [until, setUntil] = useState("");
  const found = $api.useQuery("get", "/api/v1/cases/{case_id}/", { params: { path: { case_id: caseId } } });
  const preview = $api.useMutation("post", "/api/v1/cases/{case_id}/transfer/preview/");
  const create = $api.useMutation("post", "/api/v1/cases/{case_id}/transfer/", { onSuccess: onDone });
  const body = { partner: partner ?? "", expires_at: endOf(until) };
  const path = { case_id: caseId };
  const errors = fieldErrors(preview.error);
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Select
          label={t`To which partner`}
          data={others}
          value={partner}
          onChange={setPartner}
          error={errors.partner}
          searchable
          required
        />
        <TextInput
          type="date"
          label={t`The offer stands until (with this day)`}
          description={t`Empty: 14 days.`}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={errors.expires_at}
        />
        <ProblemAlert problem={preview.error} />
        <Group gap="xs">
          <Button
            disabled={!partner}
            loading={preview.isPending}
            onClick={() => preview.mutate({ params: { path }, body })}
          >
            <Trans>See what they would read</Trans>
          </Button>
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
      {preview.data && partner && found.data && (
        <Preview
          title={nameOf(partner)}
          onClose={preview.reset}
          before={<Before facts={preview.data.before} />}
          after={preview.data.after}
        >
          <Kept fields={preview.data.kept} />
          <ProblemAlert problem={create.error} />
          <Group justify="flex-end">
            <Button
              loading={create.isPending}
              onClick={() =>
                create.mutate({
                  params: { path, header: { "If-Match": ifMatch(found.data.version) } },
                  body,
                })
              }
            >
              <Trans>Offer the case to {nameOf(partner)}</Trans>
            </Button>
          </Group>
        </Preview>
      )}
    </Card>
  );
}

function Before({ facts }: { facts: Schemas["TransferFacts"] }) {
  const word = useWord();
  const dates = useDates();
  const told = [word(CASE_KIND, facts.kind), facts.category?.name, facts.place?.name];
  return (
    <>
      <Text size="sm">{told.filter(Boolean).join(" · ")}</Text>
      <Text size="sm">
        <Trans>The offer stands until {dates.moment(facts.expires_at)}.</Trans>
      </Text>
    </>
  );
}

function Kept({ fields }: { fields: string[] }) {
  const names = useKept();
  return (
    <div>
      <Text size="sm">
        <Trans>You lose the content of the case. For your own numbers you keep only:</Trans>
      </Text>
      <List size="sm">
        {fields.map((field) => (
          <List.Item key={field}>{names[field] ?? field}</List.Item>
        ))}
      </List>
    </div>
  );
}

function useKept(): Record<string, string> {
  const { t } = useLingui();
  return {
    reference: t`number`,
    kind: t`kind`,
    category: t`category`,
    place: t`place`,
    opened_at: t`day of arrival`,
  };
}
