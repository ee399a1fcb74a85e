import { Trans, useLingui } from "@lingui/react/macro";
import {
  Badge,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { DialogFoot } from "@/components/DialogFoot";
import { Loaded } from "@/components/Loaded";
import { PageTitle } from "@/components/PageTitle";
import { ProblemAlert } from "@/components/ProblemAlert";
import { CategoryPicker } from "@/components/pickers";
import { $api, ifMatch, type Schemas } from "@/lib/api";
import { LANGUAGES, type Language } from "@/lib/languages";
import { useWord } from "@/lib/own-words";
import { fieldErrors } from "@/lib/problems";
import { CASE_KIND } from "@/lib/words";
import { type Texts, TextsInput } from "../TextsInput";

type Category = Schemas["Category"];
type Kind = Schemas["CaseKind"];

/** What cases can be about, in all languages, for who keeps the platform. */
export default function CategoriesPage() {
  const { t } = useLingui();
  const word = useWord();
  const [edited, setEdited] = useState<Category | "new" | null>(null);
  const categories = $api.useQuery("get", "/api/v1/categories/", { params: { query: { page_size: 200 } } });
  return (
    <Stack>
      <PageTitle
        name={t`Categories`}
        actions={
          <Button onClick={() => setEdited("new")}>
            <Trans>New category</Trans>
          </Button>
        }
      />
      <Loaded query={categories} empty={t`There are no categories.`}>
        {({ results }) => (
          <Stack gap="xs">
            {results.map((one) => (
              <Paper key={one.code} withBorder p="xs" ml={one.ancestors.length * 16}>
                <Group justify="space-between" gap="sm">
                  <Stack gap={2} miw={0}>
                    <Group gap="xs">
                      <Text fw={600}>{one.label}</Text>
                      {one.is_sensitive && (
                        <Badge variant="light" color="orange" tt="none">
                          <Trans>sensitive</Trans>
                        </Badge>
                      )}
                      {!one.is_active && (
                        <Badge variant="light" color="gray" tt="none">
                          <Trans>not offered any more</Trans>
                        </Badge>
                      )}
                    </Group>
                    <Text size="xs" c="dimmed">
                      {one.code} · {one.kinds.map((kind) => word(CASE_KIND, kind)).join(", ")}
                    </Text>
                  </Stack>
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setEdited(one)}
                    aria-label={t`Change ${one.label}`}
                  >
                    <Trans>Change</Trans>
                  </Button>
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
      {edited && (
        <CategoryDialog category={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Stack>
  );
}

function CategoryDialog({ category, onClose }: { category: Category | null; onClose: () => void }) {
  const { t } = useLingui();
  const word = useWord();
  const [code, setCode] = useState(category?.code ?? "");
  const [parent, setParent] = useState<string | null>(category?.parent ?? null);
  const [kinds, setKinds] = useState<Kind[]>(category?.kinds ?? ["public_service"]);
  const [labels, setLabels] = useState<Texts>((category?.labels ?? {}) as Texts);
  const [position, setPosition] = useState(category?.position ?? 100);
  const [active, setActive] = useState(category?.is_active ?? true);
  const [sensitive, setSensitive] = useState(category?.is_sensitive ?? false);
  const create = $api.useMutation("post", "/api/v1/categories/", { onSuccess: onClose });
  const change = $api.useMutation("patch", "/api/v1/categories/{code}/", { onSuccess: onClose });
  const problem = create.error ?? change.error;
  const errors = problem ? fieldErrors(problem) : {};
  function save() {
    const told = { kinds, labels: labels as Record<string, string>, position, is_sensitive: sensitive };
    if (category)
      change.mutate({
        params: { path: { code: category.code }, header: { "If-Match": ifMatch(category.version) } },
        body: { ...told, is_active: active },
      });
    else create.mutate({ body: { code, parent, ...told } });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={category?.label ?? t`New category`}
      closeButtonProps={{ "aria-label": t`Close` }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          {!category && (
            <>
              <TextInput
                label={t`Code`}
                required
                data-autofocus
                value={code}
                error={errors.code}
                onChange={(event) => setCode(event.currentTarget.value)}
              />
              <CategoryPicker label={t`Below`} value={parent} onChange={setParent} />
            </>
          )}
          <TextsInput
            label={t`Name`}
            name={t`Name`}
            value={labels}
            languages={Object.keys(LANGUAGES) as Language[]}
            needed
            onChange={setLabels}
          />
          <MultiSelect
            label={t`Kinds of cases`}
            data={(Object.keys(CASE_KIND) as Kind[]).map((one) => ({
              value: one,
              label: word(CASE_KIND, one),
            }))}
            value={kinds}
            error={errors.kinds}
            onChange={(next) => setKinds(next as Kind[])}
          />
          <NumberInput
            label={t`Position among its neighbours`}
            min={0}
            value={position}
            error={errors.position}
            onChange={(next) => typeof next === "number" && setPosition(next)}
          />
          {category && (
            <Checkbox
              label={t`Offered`}
              checked={active}
              onChange={(event) => setActive(event.currentTarget.checked)}
            />
          )}
          <Checkbox
            label={t`Sensitive`}
            description={t`The public is never told anything about such cases, nor about those of categories below.`}
            checked={sensitive}
            onChange={(event) => setSensitive(event.currentTarget.checked)}
          />
          <ProblemAlert problem={problem} />
          <DialogFoot onCancel={onClose}>
            <Button type="submit" loading={create.isPending || change.isPending}>
              <Trans>Save</Trans>
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}
