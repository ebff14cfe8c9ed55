"""``codemod check --install-hook``: where the hook goes, what it runs, and what it leaves alone."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from committing import CLEAN, INVENTORY, READ, Guarded

GONE = "/nowhere/python"


def test_it_says_where_the_hook_is_and_how_to_be_rid_of_it(bare: Guarded) -> None:
    done = bare.codemod("check", "--install-hook")
    assert (done.code, done.said) == (
        0,
        ".git/hooks/pre-commit now runs `codemod check` before each commit; delete the file to be rid of it\n",
    )
    bare.hook.unlink()
    bare.stage({"app/keys.py": READ})
    assert bare.try_commit().code == 0


def test_everyone_who_may_read_it_may_run_it(guarded: Guarded) -> None:
    assert stat.S_IMODE(guarded.hook.stat().st_mode) == 0o755
    assert [path.name for path in guarded.hook.parent.glob(".pre-commit*")] == []


def test_a_second_time_changes_nothing(guarded: Guarded) -> None:
    before = (guarded.hook.read_bytes(), guarded.hook.stat().st_mtime_ns)
    done = guarded.codemod("check", "--install-hook")
    assert (done.code, done.said) == (0, ".git/hooks/pre-commit was there already; delete the file to be rid of it\n")
    assert (guarded.hook.read_bytes(), guarded.hook.stat().st_mtime_ns) == before


@pytest.mark.parametrize("spoil", ["another Python", "not executable"])
def test_a_second_time_mends_what_is_out_of_date(guarded: Guarded, spoil: str) -> None:
    wanted = guarded.hook.read_bytes()
    if spoil == "another Python":
        guarded.hook.write_bytes(wanted.replace(os.fsencode(sys.executable), GONE.encode()))
    else:
        guarded.hook.chmod(0o644)
    done = guarded.codemod("check", "--install-hook")
    assert done.code == 0
    assert "is brought up to date" in done.said
    assert guarded.hook.read_bytes() == wanted
    assert os.access(guarded.hook, os.X_OK)


def test_a_hook_of_ours_that_someone_edited_stays_as_it_is(guarded: Guarded) -> None:
    edited = guarded.hook.read_bytes().replace(b"set -- check", b"echo hello\nset -- check")
    guarded.hook.write_bytes(edited)
    done = guarded.codemod("check", "--install-hook")
    assert (done.code, "was there already;" in done.said) == (0, True)
    assert guarded.hook.read_bytes() == edited


@pytest.mark.parametrize("other", ["a script", "a link to nothing", "a folder"])
def test_another_hook_is_left_alone(bare: Guarded, other: str) -> None:
    hook = bare.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    match other:
        case "a script":
            hook.write_text("#!/bin/sh\nmake lint\n")
        case "a link to nothing":
            hook.symlink_to("nothing")
        case _:
            hook.mkdir()
    done = bare.codemod("check", "--install-hook")
    assert done.code == 2
    assert f"there is another hook already: {hook}\n" in done.said
    assert f"Add this line to it: {sys.executable} -P -m legacy_codemod check || exit\n" in done.said
    assert hook.is_symlink() or hook.is_dir() or hook.read_text() == "#!/bin/sh\nmake lint\n"


def test_the_line_for_another_hook_does_what_the_hook_does(bare: Guarded) -> None:
    hook = bare.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n")
    hook.chmod(0o755)
    line = bare.codemod("check", "--install-hook").said.rpartition("Add this line to it: ")[2]
    hook.write_text(f"#!/bin/sh\n{line}echo all is well\n")
    bare.stage({"app/keys.py": READ})
    tried = bare.try_commit()
    assert (tried.code, "all is well" in tried.said) == (1, False)
    bare.stage({"app/keys.py": CLEAN})
    assert bare.try_commit() == bare.attempt("echo", "all is well")


@pytest.mark.parametrize("place", ["inside", "outside"])
def test_the_repositorys_own_hooks_path_is_where_it_goes(bare: Guarded, tmp_path: Path, place: str) -> None:
    folder = bare.root / "tools/git hooks" if place == "inside" else tmp_path / "hooks"
    bare.git("config", "core.hooksPath", "tools/git hooks" if place == "inside" else str(folder))
    done = Guarded(bare.root / "app").codemod("check", "--install-hook", "--root", "..")
    assert done.code == 0, done.said
    assert (folder / "pre-commit").is_file()
    bare.stage({"app/keys.py": READ})
    assert bare.try_commit().code == 1


def test_hooks_that_every_repository_runs_are_left_alone(
    bare: Guarded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text(f"[core]\n\thooksPath = {tmp_path}/everyones\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    done = bare.codemod("check", "--install-hook")
    assert done.code == 2
    assert f"sends the hooks of every repository to {tmp_path}/everyones" in done.said
    assert not (tmp_path / "everyones").exists()
    bare.git("config", "core.hooksPath", ".git/hooks")
    bare.install()
    bare.stage({"app/keys.py": READ})
    assert bare.try_commit().code == 1


@pytest.mark.parametrize("arguments", [["app/main.py"], ["--all"], ["--from", "HEAD"]], ids=["files", "all", "commits"])
def test_it_checks_nothing_at_the_same_time(bare: Guarded, arguments: list[str]) -> None:
    done = bare.codemod("check", "--install-hook", *arguments)
    assert (done.code, "--install-hook checks nothing" in done.said) == (2, True)
    assert not bare.hook.exists()


@pytest.mark.parametrize("content", [None, "version: 7\n"], ids=["no inventory", "one that is not valid"])
def test_no_hook_is_installed_that_would_stop_every_commit(bare: Guarded, content: str | None) -> None:
    if content is None:
        (bare.root / "legacy-inventory.yaml").unlink()
    else:
        bare.write({"legacy-inventory.yaml": content})
    assert bare.codemod("check", "--install-hook").code == 2
    assert not bare.hook.exists()


def test_outside_of_a_repository_there_is_nothing_to_install(tmp_path: Path) -> None:
    (tmp_path / "legacy-inventory.yaml").write_text(INVENTORY)
    done = Guarded(tmp_path).codemod("check", "--install-hook", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.code, "is not a git repository" in done.said) == (2, True)


# --- what the hook runs --------------------------------------------------------------------------


def test_it_needs_no_path_and_no_virtual_environment(guarded: Guarded) -> None:
    git = guarded.attempt("sh", "-c", "command -v git").said.strip()
    guarded.stage({"app/keys.py": READ})
    tried = guarded.attempt(git, "commit", "-q", "-m", "work", PATH="/nowhere", VIRTUAL_ENV="")
    assert (tried.code, "app/keys.py:3:7: " in tried.said) == (1, True)
    guarded.stage({"app/keys.py": CLEAN})
    assert guarded.attempt(git, "commit", "-q", "-m", "work", PATH="/nowhere", VIRTUAL_ENV="").code == 0


def without_its_python(guarded: Guarded) -> None:
    guarded.hook.write_bytes(guarded.hook.read_bytes().replace(os.fsencode(sys.executable), GONE.encode()))
    guarded.stage({"app/keys.py": READ})


def test_where_its_python_is_gone_it_asks_the_path(guarded: Guarded, tmp_path: Path) -> None:
    without_its_python(guarded)
    program = tmp_path / "bin/codemod"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m legacy_codemod "$@"\n')
    program.chmod(0o755)
    tried = guarded.try_commit(PATH=f"{program.parent}:/usr/bin:/bin")
    assert (tried.code, "app/keys.py:3:7: " in tried.said) == (1, True)


def test_where_codemod_is_gone_it_says_so_and_stops_the_commit(guarded: Guarded) -> None:
    without_its_python(guarded)
    assert guarded.attempt(guarded.hook, PATH="/usr/bin:/bin").code == 2
    tried = guarded.try_commit(PATH="/usr/bin:/bin")
    assert tried.code == 1
    assert "codemod is neither where it was" in tried.said


def test_its_exit_codes_are_those_of_the_check(guarded: Guarded) -> None:
    assert guarded.attempt(guarded.hook).code == 0
    guarded.stage({"app/keys.py": READ})
    assert guarded.attempt(guarded.hook).code == 1
    guarded.stage({"app/keys.py": f"{READ}def (:\n"})
    assert guarded.attempt(guarded.hook).code == 2


def test_no_module_of_the_repository_is_imported(guarded: Guarded) -> None:
    modules = ("yaml", "typing", "typer", "ast", "legacy_codemod")
    guarded.stage({f"{name}.py": 'open("imported", "w")\n' for name in modules})
    guarded.stage({"app/keys.py": READ})
    tried = guarded.try_commit()
    assert (tried.code, "app/keys.py:3:7: " in tried.said) == (1, True)
    assert not (guarded.root / "imported").exists()


def in_a_folder(bare: Guarded) -> Guarded:
    """The project is a part of the repository, and its inventory lies elsewhere still."""
    bare.git("rm", "-q", "legacy-inventory.yaml")
    bare.commit({"services/the api/main.py": CLEAN, "docs/the inventory.yaml": INVENTORY})
    return bare


def stops(bare: Guarded) -> None:
    """What is in the project is judged, and nothing else is."""
    bare.stage({"elsewhere.py": READ})
    assert bare.try_commit().code == 0
    bare.stage({"services/the api/keys.py": READ})
    tried = bare.try_commit()
    assert (tried.code, "keys.py:3:7: " in tried.said) == (1, True)
    bare.stage({"services/the api/main.py": "PORT = 1\n"})
    assert bare.try_commit("--", "services/the api/main.py").code == 0
    assert bare.try_commit("--", "services/the api/keys.py").code == 1


def test_a_project_in_a_folder_of_its_repository(bare: Guarded) -> None:
    in_a_folder(bare).install("--root", "services/the api", "--inventory", "docs/the inventory.yaml")
    stops(bare)


def test_the_folder_from_which_it_is_installed_does_not_matter(bare: Guarded) -> None:
    inside = Guarded(in_a_folder(bare).root / "services/the api")
    inside.install("--root", ".", "--inventory", "../../docs/the inventory.yaml")
    stops(bare)


def test_settings_that_a_run_at_the_top_finds_are_not_written_down(bare: Guarded) -> None:
    settings = '[tool.codemod]\nroot = "services/the api"\ninventory = "docs/the inventory.yaml"\n'
    in_a_folder(bare).commit({"pyproject.toml": settings})
    hook = Guarded(bare.root / "services").install()
    assert b"\nset -- check\n" in hook.read_bytes()
    stops(bare)


def test_settings_of_the_projects_own_folder_are(bare: Guarded) -> None:
    settings = '[tool.codemod]\ninventory = "../../docs/the inventory.yaml"\n'
    in_a_folder(bare).commit({"services/the api/pyproject.toml": settings})
    Guarded(bare.root / "services/the api").install()
    stops(bare)


def test_an_inventory_outside_of_the_repository(bare: Guarded, tmp_path: Path) -> None:
    (tmp_path / "it's ours.yaml").write_text(INVENTORY)
    bare.git("rm", "-q", "legacy-inventory.yaml")
    bare.commit({})
    bare.install("--inventory", "../it's ours.yaml")
    bare.stage({"app/keys.py": READ})
    assert bare.try_commit().code == 1
