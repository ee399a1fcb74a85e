import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Menu, Modal, Stack, TextInput } from "@mantine/core";
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { ProblemAlert } from "@/components/ProblemAlert";
import { useSession } from "@/lib/session";
import type { Column, ListState } from "./search";
import { stateOf, useViewSteps, type View } from "./useViews";

interface Props {
  state: ListState;
  columns: Column[];
  views: View[];
  view: View | undefined;
  changed: boolean;
  onChange: (changes: Partial<ListState>) => void;
}

/** The saved views: my own, those of the partner, and what can be done with the one that is shown. */
export function ViewsMenu({ state, columns, views, view, changed, onChange }: Props) {
  const { t } = useLingui();
  const [naming, setNaming] = useState(false);
  const { save, remove, error } = useViewSteps();
  const mine = views.filter((one) => one.partner === null);
  const shared = views.filter((one) => one.partner !== null);
  const kept = { filters: state.filters, ordering: state.ordering, board: state.board, columns };
  const choose = (one: View) => (
    <Menu.Item key={one.id} onClick={() => onChange(stateOf(one))} fw={one.id === view?.id ? 700 : undefined}>
      {one.name}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-start" withinPortal shadow="md">
        <Menu.Target>
          <Button
            size="xs"
            variant={view ? "light" : "default"}
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            maw={260}
          >
            {view ? `${view.name}${changed ? " *" : ""}` : <Trans>Views</Trans>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: "auto" }}>
          <Menu.Item
            onClick={() => onChange({ filters: {}, view: null, columns: null, ordering: "-opened_at" })}
          >
            <Trans>All cases</Trans>
          </Menu.Item>
          {mine.length > 0 && <Menu.Label>{t`Mine`}</Menu.Label>}
          {mine.map(choose)}
          {shared.length > 0 && <Menu.Label>{t`Shared in the partner`}</Menu.Label>}
          {shared.map(choose)}
          <Menu.Divider />
          {view?.may_change && changed && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              onClick={() => void save(view, kept).then(() => onChange({ columns: null }))}
            >
              {t`Keep the changes in “${view.name}”`}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconBookmark size={16} aria-hidden />} onClick={() => setNaming(true)}>
            <Trans>Save as a new view …</Trans>
          </Menu.Item>
          {view?.may_change && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void remove(view).then(() => onChange({ view: null }))}
            >
              {t`Delete “${view.name}”`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {error && <ProblemAlert problem={error} />}
      <NewView
        opened={naming}
        onClose={() => setNaming(false)}
        kept={kept}
        onMade={(one) => onChange(stateOf(one))}
      />
    </>
  );
}

interface NewViewProps {
  opened: boolean;
  onClose: () => void;
  kept: Pick<ListState, "filters" | "ordering" | "board"> & { columns: Column[] };
  onMade: (view: View) => void;
}

function NewView({ opened, onClose, kept, onMade }: NewViewProps) {
  const { t } = useLingui();
  const { partner, may } = useSession();
  const { create } = useViewSteps();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const slug = shared && partner ? partner.slug : null;
  const keep = () =>
    create.mutate(
      { body: { name: name.trim(), partner: slug, ...kept } },
      {
        onSuccess: (made) => {
          onMade(made);
          setName("");
          onClose();
        },
      },
    );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Save as a new view`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t`Name`}
            description={t`Filters, columns and order are kept. Write no names of people.`}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {partner && may("read_complaints") && (
            <Checkbox
              label={t`Share it with everybody at ${partner.name}`}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <ProblemAlert problem={create.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
