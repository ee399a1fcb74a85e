import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, List, Modal, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { ProblemAlert } from "@/components/ProblemAlert";
import { $api, ifMatch, type Schemas } from "@/lib/api";

interface Props {
  slug: string;
  person: Schemas["Colleague"];
  colleagues: Schemas["Colleague"][];
  onClose: () => void;
}

/** Somebody leaves: what lies with the person, and who takes it over. */
export function LeaveDialog({ slug, person, colleagues, onClose }: Props) {
  const { t } = useLingui();
  const [successor, setSuccessor] = useState<string | null>(null);
  const path = { slug, user_id: person.user_id };
  const work = $api.useQuery("get", "/api/v1/partners/{slug}/people/{user_id}/work/", { params: { path } });
  const leave = $api.useMutation("post", "/api/v1/partners/{slug}/people/{user_id}/leave/", {
    onSuccess: onClose,
  });
  const others = colleagues.filter((one) => one.user_id !== person.user_id);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`${person.name} leaves the organisation`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <Stack>
        <Text size="sm">
          <Trans>All roles here end at once, and the person is signed out everywhere.</Trans>
        </Text>
        <Loaded query={work}>
          {(found) => (
            <List size="sm">
              <List.Item>
                <Plural value={found.cases} one="# open case" other="# open cases" />
              </List.Item>
              <List.Item>
                <Plural value={found.tasks} one="# open task" other="# open tasks" />
              </List.Item>
              <List.Item>
                <Plural
                  value={found.named}
                  one="named on # restricted case"
                  other="named on # restricted cases"
                />
              </List.Item>
            </List>
          )}
        </Loaded>
        <Select
          label={t`Who takes this over`}
          description={t`What this colleague must not have, because of a conflict of interest or a restriction, goes to nobody.`}
          placeholder={t`Whoever of the team comes first`}
          data={others.map((one) => ({ value: one.user_id, label: one.name }))}
          value={successor}
          onChange={setSuccessor}
          clearable
          searchable
        />
        <ProblemAlert problem={leave.error} />
        <DialogFoot onCancel={onClose}>
          <Button
            color="red"
            loading={leave.isPending}
            onClick={() =>
              leave.mutate({
                params: { path, header: { "If-Match": ifMatch(person.version) } },
                body: { successor },
              })
            }
          >
            <Trans>End all roles</Trans>
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  );
}
