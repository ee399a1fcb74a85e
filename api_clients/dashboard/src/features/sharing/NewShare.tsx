import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Card, Group, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api } from "@/lib/api";
import { fieldErrors } from "@/lib/problems";
import { endOf } from "./moments";
import { Preview } from "./Preview";
import { FieldsPicker, type SharedField } from "./SharedFields";
import { usePartners } from "./usePartners";

/** With whom, what, until when; then what they would read, and only then the step. */
export function NewShare({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const { t } = useLingui();
  const { others, nameOf } = usePartners();
  const [partner, setPartner] = useState<string | null>(null);
  const [everything, setEverything] = useState(false);
  const [fields, setFields] = useState<SharedField[]>(["summary"]);
  const [until, setUntil] = useState("");
  const preview = $api.useMutation("post", "/api/v1/cases/{case_id}/shares/preview/");
  const create = $api.useMutation("post", "/api/v1/cases/{case_id}/shares/", { onSuccess: onDone });
  const asked = {
    params: { path: { case_id: caseId } },
    body: { partner: partner ?? "", fields: everything ? null : fields, ends_at: endOf(until) },
  };
  const errors = fieldErrors(preview.error);
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <Select
          label={t`With which partner`}
          data={others}
          value={partner}
          onChange={setPartner}
          error={errors.partner}
          searchable
          required
        />
        <Radio.Group
          label={t`How much`}
          value={everything ? "all" : "some"}
          onChange={(value) => setEverything(value === "all")}
        >
          <Group mt={4}>
            <Radio value="some" label={t`What is chosen below`} />
            <Radio value="all" label={t`The whole case`} />
          </Group>
        </Radio.Group>
        {!everything && <FieldsPicker value={fields} onChange={setFields} error={errors.fields} />}
        <TextInput
          type="date"
          label={t`Until (with this day)`}
          description={t`Empty: until you end it.`}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={errors.ends_at}
        />
        <ProblemAlert problem={preview.error} />
        <Group gap="xs">
          <Button disabled={!partner} loading={preview.isPending} onClick={() => preview.mutate(asked)}>
            <Trans>See what they would read</Trans>
          </Button>
          <Button variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
      {preview.data && partner && (
        <Preview title={nameOf(partner)} onClose={preview.reset} after={preview.data}>
          <ProblemAlert problem={create.error} />
          <Group justify="flex-end">
            <Button loading={create.isPending} onClick={() => create.mutate(asked)}>
              <Trans>Let {nameOf(partner)} read this</Trans>
            </Button>
          </Group>
        </Preview>
      )}
    </Card>
  );
}
