"""Flags that tests set by a key: entries of a store, and records."""

from __future__ import annotations

import pytest
from cleaning import APP, TEST, check, check_files, drafted, of_flag, said

from legacy_codemod.model import DecoratorFlag, EnvFlag, ExprFlag, NameFlag, Subject

FEATURES = {
    **APP,
    "app/features.py": (
        'NEW = "new-router"\nOTHER = "other"\n\n\n'
        "def is_enabled(name, default=False):\n    return settings.FEATURES.get(name, default)\n\n\n"
        "def required(name):\n    return guarded_by(lambda: is_enabled(name))\n"
    ),
    "app/views.py": (
        "import waffle\n\n\ndef view(request):\n"
        "    if waffle.flag_is_active(request, 'new-router'):\n        return 1\n"
        "    return 2 if waffle.switch_is_active('old') and waffle.switch_is_active('older') else 3\n"
    ),
    "app/beta.py": (
        "from waffle import get_waffle_flag_model\n\n\ndef beta_for(name, user):\n"
        "    flag = get_waffle_flag_model().get(name)\n    return bool(flag.everyone) or user in flag.users\n"
    ),
    "app/models.py": (
        'class Feature:\n    NEW = "new"\n    OTHER = "other"\n\n\n'
        "class Project:\n    def has_feature(self, name):\n"
        "        return self.features.filter(feature_id=name).exists()\n"
    ),
}
ENTRY = ExprFlag("settings.FEATURES.get('NEW', False)", True)
READER = ExprFlag("features.is_enabled(features.NEW)", True)
RECORD = ExprFlag("$P.has_feature(Feature.NEW)", True)
RECORD_OFF = ExprFlag("$P.has_feature(Feature.NEW)", False)
DECORATOR = DecoratorFlag("features.required(features.NEW)", True)
SAMPLE = ExprFlag("sample_is_active('new-router')", True)
WAFFLE = ExprFlag("switch_is_active('new-router')", True)
ELSEWHERE = ExprFlag("toggles.is_on(features.NEW, $$$)", True)
WRAPPED = ExprFlag("beta_for('beta', $U)", True)

Row = tuple[Subject, str, str]

STAYS: dict[str, tuple[Subject, str]] = {
    "an entry of another key": (
        ENTRY,
        'def test_a(settings):\n    settings.FEATURES["OLD"] = True\n    assert run()\n',
    ),
    "an entry of another store": (
        ENTRY,
        'def test_a(settings):\n    settings.LIMITS["NEW"] = True\n    assert run()\n',
    ),
    "an entry of a store that the reader does not look in": (
        READER,
        (
            "from app import features\n\n\ndef test_a(settings):\n"
            "    settings.LIMITS[features.NEW] = True\n    assert run()\n"
        ),
    ),
    "a record of another key": (
        RECORD,
        (
            "from app.models import Feature\n\n\ndef test_a():\n"
            "    Feature.objects.create(feature_id=Feature.OTHER)\n    assert run()\n"
        ),
    ),
    "a mock of a reader that reads other flags too": (
        ExprFlag("waffle.switch_is_active('old')", True),
        (
            "from unittest import mock\n\n\n"
            '@mock.patch("app.views.waffle.switch_is_active", return_value=True)\ndef test_a(active):\n'
            "    assert run()\n"
        ),
    ),
    "a query for the record": (
        RECORD,
        (
            "from app.models import Feature\n\n\ndef test_a():\n"
            "    assert Feature.objects.get(feature_id=Feature.NEW).name\n"
        ),
    ),
    "a record of django-waffle that does not say whether it is on": (
        WAFFLE,
        'def test_a():\n    Switch.objects.create(name="new-router")\n    assert run()\n',
    ),
    "an entry by a text, of a reader that is not of the repository": (
        ExprFlag("toggles.is_on('new-router', $$$)", True),
        "def test_a(settings):\n    settings.ROUTES['new-router'] = True\n    assert run()\n",
    ),
    "a record that is called as the constant is that holds the key": (
        READER,
        "def test_a():\n    Project.objects.create(name='new-router', is_active=False)\n    assert run()\n",
    ),
    "an entry of another text than the constant holds": (
        READER,
        "def test_a(settings):\n    settings.FEATURES['other'] = True\n    assert run()\n",
    ),
    "what forces a flag of a library that the reader does not wrap": (
        ExprFlag("toggles.is_on('new-router', $$$)", True),
        (
            "from waffle.testutils import override_flag\n\n\n"
            "@override_flag('new-router', active=True)\ndef test_a():\n    assert run()\n"
        ),
    ),
    "a record of a library that the reader wraps, which does not say whether it is on": (
        WRAPPED,
        "def test_a():\n    Flag.objects.create(name='beta')\n    assert run()\n",
    ),
    "a sample of django-waffle that some are in": (
        SAMPLE,
        'def test_a():\n    Sample.objects.create(name="new-router", percent=50)\n    assert run()\n',
    ),
}

KEPT: dict[str, Row] = {
    "an entry of pytest-django's settings": (
        ENTRY,
        "def test_a(settings, client):\n    settings.FEATURES['NEW'] = True\n    assert client.run()\n",
        "def test_a(client):\n    assert client.run()\n",
    ),
    "an entry by the constant that the flag names": (
        READER,
        (
            "from app import features\n\n\ndef test_a(settings):\n"
            "    settings.FEATURES[features.NEW] = True\n"
            "    settings.FEATURES[features.OTHER] = True\n    assert run()\n"
        ),
        (
            "from app import features\n\n\ndef test_a(settings):\n"
            "    settings.FEATURES[features.OTHER] = True\n    assert run()\n"
        ),
    ),
    "an entry by the constant under its own name": (
        READER,
        (
            "from app.features import NEW\n\n\ndef test_a(settings):\n"
            "    settings.FEATURES[NEW] = True\n    assert run()\n"
        ),
        "from app.features import NEW\n\n\ndef test_a():\n    assert run()\n",
    ),
    "an entry by the text that the constant holds": (
        READER,
        "def test_a(settings, client):\n    settings.FEATURES['new-router'] = True\n    assert client.run()\n",
        "def test_a(client):\n    assert client.run()\n",
    ),
    "an entry by the constant, of a reader that is not of the repository": (
        ELSEWHERE,
        (
            "from app import features\n\n\ndef test_a(settings):\n"
            "    settings.FEATURES[features.NEW] = True\n    assert run()\n"
        ),
        "from app import features\n\n\ndef test_a():\n    assert run()\n",
    ),
    "what forces the flag in the library that the reader wraps": (
        WRAPPED,
        (
            "from waffle.testutils import override_flag\n\n\n"
            "@override_flag('beta', active=True)\ndef test_a():\n    assert run()\n"
        ),
        "from waffle.testutils import override_flag\n\n\ndef test_a():\n    assert run()\n",
    ),
    "an entry that a decorator looks up": (
        DECORATOR,
        (
            "from app import features\n\n\ndef test_a(settings):\n"
            "    settings.FEATURES[features.NEW] = True\n    assert run()\n"
        ),
        "from app import features\n\n\ndef test_a():\n    assert run()\n",
    ),
    "the whole store with one entry": (
        ENTRY,
        "def test_a(settings):\n    settings.FEATURES = {'NEW': True}\n    assert run()\n",
        "def test_a():\n    assert run()\n",
    ),
    "the whole store with more entries": (
        ENTRY,
        "def test_a(settings):\n    settings.FEATURES = {'NEW': True, 'OLD': 1}\n    assert run()\n",
        "def test_a(settings):\n    settings.FEATURES = {'OLD': 1}\n    assert run()\n",
    ),
    "the store as it was with one more entry": (
        ENTRY,
        "def test_a(settings):\n    settings.FEATURES = {**settings.FEATURES, 'NEW': True}\n    assert run()\n",
        "def test_a():\n    assert run()\n",
    ),
    "override_settings of the store": (
        ENTRY,
        """
        from django.test import override_settings


        @override_settings(FEATURES={"NEW": True})
        def test_a(self):
            assert run()


        @override_settings(FEATURES={"NEW": True, "OLD": True})
        def test_b(self):
            assert run()


        @override_settings(DEBUG=True, FEATURES={"NEW": True})
        def test_c(self):
            assert run()
        """,
        """
        from django.test import override_settings


        def test_a(self):
            assert run()


        @override_settings(FEATURES={"OLD": True})
        def test_b(self):
            assert run()


        @override_settings(DEBUG=True, FEATURES={})
        def test_c(self):
            assert run()
        """,
    ),
    "patch.dict of the store": (
        ENTRY,
        """
        from unittest.mock import patch

        from django.conf import settings


        def test_a():
            with patch.dict(settings.FEATURES, {"NEW": True}):
                assert run()


        @patch.dict("django.conf.settings.FEATURES", {"NEW": True})
        def test_b():
            assert run()
        """,
        """
        from unittest.mock import patch

        from django.conf import settings


        def test_a():
            assert run()


        def test_b():
            assert run()
        """,
    ),
    "monkeypatch.setitem of the store": (
        ENTRY,
        "def test_a(monkeypatch):\n    monkeypatch.setitem(settings.FEATURES, 'NEW', True)\n    assert run()\n",
        "def test_a():\n    assert run()\n",
    ),
    "a fixture that sets the entry, among others in pytestmark": (
        ENTRY,
        """
        import pytest

        pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("new_enabled")]


        @pytest.fixture
        def new_enabled(settings):
            settings.FEATURES["NEW"] = True


        def test_a():
            assert run()
        """,
        """
        import pytest

        pytestmark = [pytest.mark.django_db]


        def test_a():
            assert run()
        """,
    ),
    "a record of django-waffle that is on": (
        WAFFLE,
        (
            "from app.flags import SWITCH\n\n\ndef test_a():\n"
            "    Switch.objects.update_or_create(name=SWITCH, defaults={'active': True})\n"
            "    Switch.objects.create(name='new-router', active=True)\n    SwitchFactory(name=SWITCH, active=True)\n"
            "    assert run()\n"
        ),
        "from app.flags import SWITCH\n\n\ndef test_a():\n    assert run()\n",
    ),
    "a sample of django-waffle that everybody is in": (
        SAMPLE,
        "def test_a():\n    Sample.objects.create(name='new-router', percent=100)\n    assert run()\n",
        "def test_a():\n    assert run()\n",
    ),
    "a record in a set-up, with the statements that only work on it": (
        RECORD,
        """
        from app.models import Feature


        class TestIt(TestCase):
            def setUp(self):
                self.project = fixture.get(Project)
                self.feature = fixture.get(
                    Feature,
                    feature_id=Feature.NEW,
                )
                self.feature.projects.add(self.project)
                self.version = self.project.versions.first()

            def test_without(self):
                self.feature.projects.remove(self.project)
                self.assertIsNone(run(self.version))

            def test_with(self):
                self.assertEqual(run(self.version), 1)
        """,
        """
        from app.models import Feature


        class TestIt(TestCase):
            def setUp(self):
                self.project = fixture.get(Project)
                self.version = self.project.versions.first()

            def test_with(self):
                self.assertEqual(run(self.version), 1)
        """,
    ),
    "a local record that is added to something": (
        RECORD,
        """
        from app.models import Feature


        class TestIt(TestCase):
            def setUp(self):
                self.pip = fixture.get(Project)
                # all that can be on
                feature, _ = Feature.objects.get_or_create(
                    feature_id=Feature.NEW,
                )
                self.pip.feature_set.add(feature)

            def test_with(self):
                self.assertEqual(run(self.pip), 1)
        """,
        """
        from app.models import Feature


        class TestIt(TestCase):
            def setUp(self):
                self.pip = fixture.get(Project)

            def test_with(self):
                self.assertEqual(run(self.pip), 1)
        """,
    ),
}

OTHER: dict[str, Row] = {
    "a test that sets an entry to another value": (
        ENTRY,
        (
            "def test_a(settings):\n    settings.FEATURES['NEW'] = False\n    assert run()\n"
            "\n\ndef test_b():\n    assert run()\n"
        ),
        "def test_b():\n    assert run()\n",
    ),
    "a test that sets an entry to another value by the text that the constant holds": (
        READER,
        (
            "def test_a(settings):\n    settings.FEATURES['new-router'] = False\n    assert run()\n"
            "\n\ndef test_b():\n    assert run()\n"
        ),
        "def test_b():\n    assert run()\n",
    ),
    "a test that sets an entry to another value, of a reader that is not of the repository": (
        ELSEWHERE,
        (
            "from app import features\n\n\ndef test_a(settings):\n    settings.FEATURES[features.NEW] = False\n"
            "    assert run()\n\n\ndef test_b():\n    assert run()\n"
        ),
        "from app import features\n\n\ndef test_b():\n    assert run()\n",
    ),
    "a test that forces another value in the library that the reader wraps": (
        WRAPPED,
        (
            "from waffle.testutils import override_flag\n\n\n@override_flag('beta', active=False)\n"
            "def test_a():\n    assert run()\n\n\ndef test_b():\n    assert run()\n"
        ),
        "from waffle.testutils import override_flag\n\n\ndef test_b():\n    assert run()\n",
    ),
    "an entry that every test here has another value in": (
        READER,
        """
        import pytest

        from app import features


        @pytest.fixture(autouse=True)
        def defaults(settings):
            settings.DEBUG = False
            settings.FEATURES[features.NEW] = False
            settings.FEATURES[features.OTHER] = False


        def test_a(settings):
            settings.FEATURES[features.NEW] = True
            assert run()
        """,
        """
        import pytest

        from app import features


        @pytest.fixture(autouse=True)
        def defaults(settings):
            settings.DEBUG = False
            settings.FEATURES[features.OTHER] = False


        def test_a():
            assert run()
        """,
    ),
    "a test that has a record of a flag that is off": (
        RECORD_OFF,
        (
            "from app.models import Feature\n\n\ndef test_a():\n"
            "    fixture.get(Feature, feature_id=Feature.NEW)\n    assert run()\n\n\ndef test_b():\n    assert run()\n"
        ),
        "from app.models import Feature\n\n\ndef test_b():\n    assert run()\n",
    ),
    "the rows in which an entry has another value": (
        ENTRY,
        """
        import pytest


        @pytest.mark.parametrize(
            ("secret", "enabled", "expected"),
            [
                ("x", True, 200),
                ("x", False, 503),
                (None, True, 503),
            ],
        )
        def test_a(settings, secret, enabled, expected):
            settings.FEATURES["NEW"] = enabled
            settings.SECRET = secret
            assert run() == expected
        """,
        """
        import pytest


        @pytest.mark.parametrize(
            ("secret", "expected"),
            [
                ("x", 200),
                (None, 503),
            ],
        )
        def test_a(settings, secret, expected):
            settings.SECRET = secret
            assert run() == expected
        """,
    ),
    "rows of ddt and the column that is left": (
        WAFFLE,
        """
        import ddt


        @ddt.ddt
        class TestIt(TestCase):
            @ddt.data(
                (True, True),
                (True, False),
                (False, True),
                (False, False),
            )
            @ddt.unpack
            @patch("app.other.log")
            def test_a(self, marketing, active, log):
                with override_switch("new-router", active=active):
                    self.assertEqual(run(marketing), log)

            @ddt.data(True, False)
            def test_b(self, active):
                with override_switch("new-router", active=active):
                    self.assertEqual(run(), 1)

            @ddt.data(1, 2)
            def test_c(self, count):
                self.assertEqual(run(), count)
        """,
        """
        import ddt


        @ddt.ddt
        class TestIt(TestCase):
            @ddt.data(
                (True,),
                (False,),
            )
            @ddt.unpack
            @patch("app.other.log")
            def test_a(self, marketing, log):
                self.assertEqual(run(marketing), log)

            def test_b(self):
                self.assertEqual(run(), 1)

            @ddt.data(1, 2)
            def test_c(self, count):
                self.assertEqual(run(), count)
        """,
    ),
    "rows of parameterized.expand": (
        WAFFLE,
        """
        class TestIt(TestCase):
            @parameterized.expand([("on", True, 1), ("off", False, 2)])
            def test_a(self, _name, active, expected):
                toggle_switch("new-router", active)
                self.assertEqual(run(), expected)
        """,
        """
        class TestIt(TestCase):
            @parameterized.expand([("on", 1)])
            def test_a(self, _name, expected):
                self.assertEqual(run(), expected)
        """,
    ),
    "rows in which a condition keeps the flag from being on": (
        WAFFLE,
        """
        import pytest


        @pytest.mark.parametrize(
            "available,sample,expected",
            [
                (True, True, 2),
                (True, False, 3),
                (False, True, 3),
            ],
        )
        def test_a(available, sample, expected):
            if available:
                toggle_switch("new-router", True)

            assert run(sample) == expected
        """,
        """
        import pytest


        @pytest.mark.parametrize(
            "sample,expected",
            [
                (True, 2),
                (False, 3),
            ],
        )
        def test_a(sample, expected):
            assert run(sample) == expected
        """,
    ),
    "a fixture that overrides a field by a helper of the project, and the tests that request it": (
        NameFlag("app.flags.PICKER", False),
        """
        @pytest.fixture
        def picker():
            with override_global_config(dict(PICKER=True)):
                yield


        def test_a(picker):
            assert run()


        def test_b():
            with override_global_config(dict(PICKER=False)):
                assert run()


        def test_c():
            with override_global_config({"PICKER": False, "OLD": 1}):
                assert run()
        """,
        """
        def test_b():
            assert run()


        def test_c():
            with override_global_config({"OLD": 1}):
                assert run()
        """,
    ),
    "a helper of the project for the environment": (
        EnvFlag("USE_NEW", "true"),
        """
        def test_a():
            with override_env(dict(USE_NEW="0")):
                assert run()


        def test_b():
            with override_env(dict(USE_NEW="1")):
                assert run()
        """,
        """
        def test_b():
            assert run()
        """,
    ),
    "mocks of a reader that reads nothing else": (
        ExprFlag("waffle.flag_is_active($R, 'new-router')", True),
        """
        from unittest import mock

        import app.views
        from app import views


        @mock.patch("app.views.waffle.flag_is_active", return_value=True)
        def test_a(active):
            assert run()


        @mock.patch.object(views.waffle, "flag_is_active", return_value=False)
        def test_b(active):
            assert run()


        def test_c(monkeypatch):
            monkeypatch.setattr(app.views.waffle, "flag_is_active", lambda *_: True)
            assert run()
        """,
        """
        from unittest import mock

        import app.views
        from app import views


        def test_a():
            assert run()


        def test_c():
            assert run()
        """,
    ),
    "what follows once a record is turned off": (
        RECORD,
        """
        from app.models import Feature


        def test_a(project):
            feature = Feature.objects.create(feature_id=Feature.NEW)
            feature.projects.add(project)
            assert run(project)
            feature.projects.remove(project)
            assert not run(project)
        """,
        """
        from app.models import Feature


        def test_a(project):
            assert run(project)
        """,
    ),
}


def _check(subject: Subject, before: str, after: str) -> None:
    app = {path: held for path, held in FEATURES.items() if path not in APP}
    check_files({**app, TEST: before}, {TEST: after}, of_flag(subject))


@pytest.mark.parametrize(("subject", "block"), STAYS.values(), ids=STAYS)
def test_what_is_not_known_to_set_the_flag_stays(subject: Subject, block: str) -> None:
    _check(subject, block, block)


@pytest.mark.parametrize(("subject", "before", "after"), KEPT.values(), ids=KEPT)
def test_what_sets_the_kept_value_goes(subject: Subject, before: str, after: str) -> None:
    _check(subject, before, after)


@pytest.mark.parametrize(("subject", "before", "after"), OTHER.values(), ids=OTHER)
def test_what_sets_another_value_goes_with_its_test(subject: Subject, before: str, after: str) -> None:
    _check(subject, before, after)


def test_a_record_that_is_used_for_more_stays_and_is_reported() -> None:
    before = (
        "def test_a(client):\n    switch = SwitchFactory(name='new-router', active=True)\n"
        "    assert client.get(switch.pk).name == switch.name\n"
    )
    check(before, before, of_flag(WAFFLE))
    assert said(before, of_flag(WAFFLE)) == [(2, "forces the kept value and cannot be cut cleanly: cut it by hand")]


def test_one_of_several_fields_of_a_dict_call_stays_and_is_reported() -> None:
    before = "def test_a():\n    with override_env(dict(USE_NEW='true', OTHER='x')):\n        assert run()\n"
    flag = EnvFlag("USE_NEW", "true")
    check(before, before, of_flag(flag))
    assert said(before, of_flag(flag)) == [(2, "forces the kept value and cannot be cut cleanly: cut it by hand")]


def test_a_test_of_several_flags_of_which_one_is_this_stays_and_is_said() -> None:
    lines = "    settings.FEATURES['OLD'] = True\n    settings.FEATURES['OTHER'] = False\n"
    before = f"def test_a(settings):\n    settings.FEATURES['NEW'] = False\n{lines}    assert run() == [0]\n"
    after = f"def test_a(settings):\n{lines}    assert run() == [0]\n"
    _check(ENTRY, before, after)
    [(line, reason)] = said(before, of_flag(ENTRY))
    assert (line, reason.rpartition(": ")[2]) == (2, "see whether the test still holds")


def test_set_up_stays_where_a_template_reads_the_flag() -> None:
    test = 'def test_a():\n    with override_switch("new-router", active=True):\n        assert run()\n'
    page = '<p>\n{% switch "new-router" %}new{% endswitch %}\n</p>\n'
    found = drafted({TEST: test, "app/templates/page.html": page}, of_flag(WAFFLE))
    assert found.world is found.start
    reason = "forces the kept value and stays, since a template still reads the flag (app/templates/page.html:2)"
    assert [(str(f.place), f.reason) for f in found.findings] == [(f"{TEST}:2", reason)]


def test_set_up_goes_where_a_template_only_writes_the_key() -> None:
    test = 'def test_a():\n    with override_switch("new-router", active=True):\n        assert run()\n'
    files = {TEST: test, "app/templates/page.html": '<p class="new-router">{% switch "other" %}</p>\n'}
    done = drafted(files, of_flag(WAFFLE))
    assert done.world.tree.read(TEST) == b"def test_a():\n    assert run()\n"


def test_a_text_that_the_test_expects_to_find_again_is_said() -> None:
    files = {
        **FEATURES,
        TEST: (
            "from app import features\n\n\ndef test_a(settings):\n"
            "    settings.FEATURES[features.NEW] = 'access'\n    assert run() == {'new': 'access'}\n\n\n"
            "def test_b(settings):\n    settings.FEATURES[features.NEW] = 'access'\n    assert run()\n"
        ),
    }
    found = drafted(files, of_flag(READER)).findings
    reason = "gave features.is_enabled(features.NEW) a text that the test names again: see whether it still holds"
    assert [(f.place.line, f.reason) for f in found] == [(5, reason)]
