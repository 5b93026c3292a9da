; Who runs. The scheduler has a stack of its own, that of the start; a process gives the processor up by
; switching to it, with the process lock held, and gets the lock back with the processor.

; Runs processes until the first has ended. Interrupts are off but while it sleeps.
scheduler:
        push esi
        mov esi, process_table          ; whose turn it was
.again:
        disable_interrupts
        mov eax, process_lock
        call acquire
        mov ecx, PROCESSES
.next:
        add esi, process_size
        cmp esi, process_table + PROCESSES * process_size
        jb .slot
        mov esi, process_table
.slot:
        cmp dword [esi + process.state], RUNNABLE
        je .run
        loop .next
        ; The first process is never waited for.
        cmp dword [process_table + process.state], ZOMBIE
        je .finished
        mov eax, process_lock
        call release
        inc dword [idle_sleeps]
        wait_for_interrupt
        jmp .again
.run:
        mov dword [esi + process.state], RUNNING
        mov [fs:processor_block.process], esi
        inc dword [switches]
        ; Its stack for the way in, its block for GS, its pages.
        mov eax, [esi + process.stack]
        add eax, PAGE
        set_kernel_stack eax
        mov eax, esi
        call block_address
        call write_local_descriptor
        mov eax, [esi + process.directory]
        write_directory eax
        push dword [fs:processor_block.flags]
        mov edx, [esi + process.esp]
        lea eax, [processor + processor_block.scheduler]
        call switch_context
        pop dword [fs:processor_block.flags]
        mov eax, kernel_directory - KERNEL_BASE
        write_directory eax
        mov dword [fs:processor_block.process], 0
        mov eax, process_lock
        call release
        jmp .again
.finished:
        mov eax, process_table
        call process_forget
        mov eax, process_lock
        call release
        pop esi
        ret

; The running process gives the processor up. Its state says already why, and it holds the process lock
; and no other.
give_up:
        push ebx
        mov ebx, [fs:processor_block.process]
        mov eax, process_lock
        call holding
        assert ne, NO_LOCKS, "the processor is given up without the process lock"
        cmp dword [fs:processor_block.depth], 1
        assert e, NO_LOCKS, "the processor is given up with another lock held"
        cmp dword [ebx + process.state], RUNNING
        assert ne, NO_LOCKS, "a running process gives the processor up"
        call interrupts_are_off
        assert e, NO_LOCKS, "interrupts on while the processor is given up"
        push dword [fs:processor_block.flags]
        lea eax, [ebx + process.esp]
        mov edx, [fs:processor_block.scheduler]
        call switch_context
        pop dword [fs:processor_block.flags]
        pop ebx
        ret

; switch_context(EAX = where this stack's pointer goes, EDX = the other stack's pointer)
switch_context:
        push ebp
        push ebx
        push esi
        push edi
        mov [eax], esp
        mov esp, edx
        pop edi
        pop esi
        pop ebx
        pop ebp
        ret

; Where a process is when it first gets the processor: inside the scheduler's lock, below its frame.
process_begin:
        mov eax, process_lock
        call release
        jmp trap_return

; The running process stays runnable, but others come first.
process_yield:
        mov eax, process_lock
        call acquire
        mov edx, [fs:processor_block.process]
        mov dword [edx + process.state], RUNNABLE
        call give_up
        mov eax, process_lock
        jmp release

; The timer ends the turn of the running process.
preempt:
        mov edx, [fs:processor_block.process]
        inc dword [preemptions]
        mov eax, [edx + process.block]
        inc dword [KERNEL_BASE + eax + block.preemptions]
        jmp process_yield
