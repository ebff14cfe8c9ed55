from flagship import Flagship


def answer(user):
    visitor = Flagship.new_visitor(user.id)
    flag = visitor.get_flag("new-router", False)  # of which is asked whether it is there
    return visitor.get_flag("new-router-logging", False).value(), flag.exists()
