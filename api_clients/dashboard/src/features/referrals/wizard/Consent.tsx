import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, api, type Schemas } from "@/lib/api";
import { isLanguage } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { CONSENT_MANNER } from "@/lib/words";
import { told, useTold } from "../queries";

type Manner = Schemas["ConsentManner"];
const MANNERS = Object.keys(CONSENT_MANNER) as Manner[];
/** Which wording the complainant agreed to: none of a form's, but what a member of staff explained. */
const EXPLAINED_BY_STAFF = "told-by-staff";

/** Notes that the complainant agreed to exactly this institution. */
export function Consent({ caseId, institution }: { caseId: string; institution: string }) {
  const { t } = useLingui();
  const word = useWord();
  const [manner, setManner] = useState<Manner>("oral");
  const found = $api.useQuery("get", "/api/v1/cases/{case_id}/", { params: { path: { case_id: caseId } } });
  const complaint = found.data && "complaint" in found.data ? found.data.complaint : null;
  const record = useTold(() =>
    told(
      api.POST("/api/v1/cases/{case_id}/consents/", {
        params: { path: { case_id: caseId } },
        body: {
          purpose: "referral",
          institution,
          partner: null,
          manner,
          language: isLanguage(complaint?.language) ? complaint.language : "en",
          text_version: EXPLAINED_BY_STAFF,
        },
      }),
    ),
  );
  return (
    <Stack gap="xs" align="flex-start">
      <Radio.Group
        label={t`Has the complainant told you that it may go there?`}
        value={manner}
        onChange={(value) => setManner(value as Manner)}
      >
        <Group gap="md" mt={4}>
          {MANNERS.map((one) => (
            <Radio key={one} value={one} label={word(CONSENT_MANNER, one)} />
          ))}
        </Group>
      </Radio.Group>
      <ProblemAlert problem={record.error} />
      <Button size="xs" variant="default" loading={record.isPending} onClick={() => record.mutate(undefined)}>
        <Trans>Record that the complainant agreed</Trans>
      </Button>
    </Stack>
  );
}
