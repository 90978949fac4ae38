# What the reports of Surefire say, in three numbers: passed, failed, skipped.
# Each test is counted by itself: the head of a report knows nothing of nested classes.
/^ *<testcase / { tests++; counted = 0 }
/^ *<(failure|error)[ >\/]/ && !counted { failed++; counted = 1 }
/^ *<skipped[ >\/]/ && !counted { skipped++; counted = 1 }
END { print tests - failed - skipped, failed + 0, skipped + 0 }
