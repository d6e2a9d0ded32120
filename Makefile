# Pingheng 评衡: what can be typed. `make` alone says it.
maven = jdk="$$(bin/jdk)" && JAVA_HOME="$$jdk" ./mvnw -B

help: ## 说明 / say what can be typed
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: ## 准备环境：需要 JDK 25 / make sure there is a JDK 25
	@bin/setup

browser: ## 测试与截图所需：Chromium 与中文字体 / what tests and pictures need: Chromium, Chinese fonts
	@bin/setup browser

run: setup ## 打印示例的排名，然后启动演练 / print the ranking of the example, then start a rehearsal
	@bin/pingheng evaluate examples/guangdong-2020 --out target/guangdong-2020
	@bin/pingheng serve --rehearsal

test: setup browser ## 全部检查，与持续集成相同 / everything CI runs: format, compile, tests, guards, mutations
	@$(maven) verify
	@$(maven) pitest:mutationCoverage

soak: setup browser ## 长时间的检查（类名以 Soak 结尾），不在持续集成中 / long walks: every class named …Soak, never part of CI
	@$(maven) test -Dspotless.check.skip=true -Dtest='*Soak' -Dsurefire.failIfNoSpecifiedTests=false

bench: setup ## 测量速度，每行一个数 / measure; one line a figure: name, value, unit, goal
	@$(maven) -q test-compile exec:exec
	@$(maven) -q exec:exec -Dexec.main=pingheng.bench.ServerBench
	@bin/bench-process

pictures: setup browser ## 每个页面的截图：target/pictures / a picture of every page, and what axe says of it
	@$(maven) -q test-compile exec:exec -Dexec.main=pingheng.pictures.Pictures

format: setup ## 统一代码格式 / format the code
	@$(maven) -q spotless:apply

docs: setup ## 由代码生成文档：target/docs / the documentation of the code, to target/docs
	@$(maven) -q compile javadoc:javadoc

clean: ## 删除构建结果 / remove what was built
	@rm -rf target

.PHONY: help setup browser run test soak bench pictures format docs clean
