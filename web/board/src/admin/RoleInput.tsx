/** One of some roles, by name. */
import type { Role } from "../../../../src/contracts/index.js";
import { trole } from "../rights.js";
import { tadmin } from "../words/admin.js";

export interface RoleInputProps {
  readonly roles: readonly Role[];
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleInput({ roles, value, onChange }: RoleInputProps) {
  return (
    <label class="field">
      <span>{tadmin("role")}</span>
      <select
        class="select"
        value={value}
        onChange={({ currentTarget }) => {
          onChange(roles.find((one) => one === currentTarget.value) ?? value);
        }}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {trole(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
