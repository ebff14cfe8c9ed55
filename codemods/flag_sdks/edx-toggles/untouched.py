from edx_toggles.toggles import SettingDictToggle, WaffleFlag


class CourseFlag(WaffleFlag):
    def is_enabled(self, course=None):
        return course is not None


LOGGING = WaffleFlag("routing.new-router-logging", __name__)
COURSE = CourseFlag("new-router", __name__)
FEATURE = SettingDictToggle("FEATURES", "new-router", default=False, module_name=__name__)


def answer(course):
    return LOGGING.is_enabled(), COURSE.is_enabled(course), FEATURE.is_enabled()
