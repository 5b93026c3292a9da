; From the first protected-mode instruction to the last line: this is the order of everything.

%define physical(address) ((address) - KERNEL_BASE)

; Still at physical addresses, with the descriptors of enter.asm: make the page tables.
start:
        mov eax, FIRST_DATA
        load_data_selectors ax
        load_stack_selector ax
        mov esp, physical(boot_stack_end)
        cld
        xor eax, eax
        mov edi, physical(work_start)
        mov ecx, (work_end - work_start) / 4
        rep stosd
        movzx eax, word [LOAD_BASE + extended_memory]
        mov [physical(extended_kilobytes)], eax
        shr eax, 2                      ; 4 KiB each
        cmp eax, FRAME_LIMIT
        jbe .counted
        mov eax, FRAME_LIMIT
.counted:
        mov [physical(frame_count)], eax
        ; The direct map: low memory and the frames, the kernel's text and strings read-only.
        lea ecx, [eax + HIGH_MEMORY / PAGE]
        mov eax, ENTRY_PRESENT | ENTRY_WRITE
        mov edi, physical(direct_tables)
.page:
        mov edx, eax
%ifdef PARAVIRTUAL
        cmp eax, physical(read_only_tables)
        jb .text
        cmp eax, physical(read_only_tables_end)
        jb .read_only
.text:
%endif
        cmp eax, physical(KERNEL_TEXT)
        jb .writable
        cmp eax, physical(data_start)
        jae .writable
.read_only:
        and edx, ~ENTRY_WRITE
.writable:
        mov [edi], edx
        add edi, 4
        add eax, PAGE
        loop .page
        ; The same tables at the bottom, until the jump into the upper half.
        mov edi, physical(kernel_directory)
        mov eax, physical(direct_tables) + (ENTRY_PRESENT | ENTRY_WRITE)
        mov [edi], eax
%assign n 0
%rep DIRECT_TABLES
        mov [edi + (KERNEL_BASE >> 22) * 4 + n * 4], eax
        add eax, PAGE
%assign n n + 1
%endrep
        mov eax, physical(kernel_directory)
        ; For check_machine: how the processor looks while there is no paging.
        read_cr0 edx
        mov [physical(early_cr0)], edx
        read_machine_status edx
        mov [physical(early_status)], edx
        start_paging
        mov eax, .upper
        jmp eax
.upper:
        mov esp, boot_stack_end
        mov eax, kernel_directory
        xor edx, edx
        store_entry eax, edx
        commit_entries
        read_directory eax
        write_directory eax

        mov eax, [KERNEL_BASE + LOAD_BASE + (boot_options - 0x7C00)]
        mov [options], eax
        mov eax, [KERNEL_BASE + LOAD_BASE + (boot_length - 0x7C00)]
        mov [length], eax
        call processor_start
        call console_start
        say "RingOne teaching kernel"
        step "protected mode, %d KiB of memory above 1 MiB", [extended_kilobytes]
        step "paging on, kernel at %x", KERNEL_TEXT
        call descriptors_start
        step "descriptor tables loaded"
        call interrupts_start
        step "interrupt controllers at vector %b, timer at %d Hz", IRQ_BASE, TIMER_HERTZ

        ; From here on a lock is a lock, and the kernel looks at the interrupt flag.
        mov byte [locks_are_on], 1
        step "locks on"
        checks NO_LOCKS, check_locks, "interrupts stay off under locks"
        checks NO_SELECTORS, check_selectors, "CS and SS read as they were loaded"
        checks NO_TABLES, check_tables, "GDTR and IDTR read back"
        checks NO_MACHINE, check_machine, "the machine status word agrees with CR0"
        checks NO_TASK, check_task, "TR and LDTR read back"
        checks NO_RIGHTS, check_rights, "access rights and limits of the kernel's own descriptors"
        checks NO_FLAGS, check_flags, "POPF and IRET give back the interrupt flag"
        checks NO_GATES, check_gates, "software interrupts and faults"
        call memory_start
        step "%d page frames free", [free_frames]
        checks NO_PAGES, check_pages, "page faults in the kernel"
        checks NO_PAGES, check_entries, "accessed, dirty, and forgotten translations"
%ifdef PARAVIRTUAL
        checks NO_PAGES, check_refusals, "what the monitor refuses"
%endif
        test dword [options], WITH_BATCHES
        jz .no_batches
        call batches_measure
.no_batches:
        call wait_for_timer
        step "the timer ticks"

        call library_start
        mov eax, [free_frames]
        mov [frames_before], eax
        call processes_start
        step "the first process"
        call scheduler
        step "all processes are gone"
        checks NO_USERS, check_processes, "what the processes have shown"
        say "%d processes, %d switches, %d preemptions, %d system calls, %d page faults", \
          [processes_made], [switches], [preemptions], [system_calls], [page_faults]
        say "%d pages zeroed on demand, %d copied on write, %d ticks", \
          [pages_zeroed], [pages_copied], [ticks]
        cmp dword [groups_left_out], 0
        je .all
        say "%d groups of checks left out", [groups_left_out]
.all:
        say "RINGONE KERNEL: all %d checks passed", [checks_made]
        xor eax, eax
        jmp power_off

; The end, with the run's exit status in AL.
power_off:
        disable_interrupts
        push eax
        call drain_serial
        pop eax
        port_out EXIT_PORT
.stop:
        halt
        jmp .stop

; Is it an 80386? It has neither INVLPG nor CR0.WP, and its EFLAGS has no AC.
processor_start:
        save_flags
        pop eax
        mov edx, eax
        xor eax, FLAG_AC
        push eax
        restore_flags
        save_flags
        pop eax
        xor eax, edx
        test eax, FLAG_AC
        jz .is_386
        push edx
        restore_flags
        mov byte [is_486], 1
        read_cr0 eax
        or eax, CR0_WRITE
        write_cr0 eax
.is_386:
        ret
